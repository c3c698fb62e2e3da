/**
 * How a run is watched from outside: lines of JSON, a file for Prometheus, pings, and a trace. All of it looks at the run's
 * report and none of it can fail or hold up the run; what is not configured costs nothing. Start with
 * {@link dev.kenshin.watch.Watch}.
 */
@NullMarked
package dev.kenshin.watch;

import org.jspecify.annotations.NullMarked;
