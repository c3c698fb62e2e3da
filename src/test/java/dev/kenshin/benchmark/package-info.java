/**
 * Measures how fast Kenshin is, against a plain SQL script that reads the same files. Not part of the tests: after {@code
 * mvn -DskipTests package}, run {@link dev.kenshin.benchmark.Benchmark} with the test class path, written absolutely.
 */
@NullMarked
package dev.kenshin.benchmark;

import org.jspecify.annotations.NullMarked;
