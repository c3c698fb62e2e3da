/**
 * Measures how fast Kenshin is, against a plain SQL script that computes the same metrics from the same files, and makes
 * sure that both say the same. Not part of the tests: {@code mvn -Pbenchmark package} runs it. Start with {@link
 * dev.kenshin.benchmark.Benchmark}.
 */
@NullMarked
package dev.kenshin.benchmark;

import org.jspecify.annotations.NullMarked;
