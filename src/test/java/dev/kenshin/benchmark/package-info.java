/**
 * Measures how fast Kenshin is, against a plain SQL script that reads the same files. Not part of the tests: started by
 * {@code mvn -Pbenchmark package}. Start with {@link dev.kenshin.benchmark.Benchmark}.
 */
@NullMarked
package dev.kenshin.benchmark;

import org.jspecify.annotations.NullMarked;
