package dev.kenshin.watch;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's own exporter, set up by its standard environment variables. */
final class TraceExport implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 8;
    private static final String PREFIX = "OTEL_";

    private final OpenTelemetrySdk sdk;
    private final Outcome outcome;

    private TraceExport(OpenTelemetrySdk sdk, Outcome outcome) {
        this.sdk = sdk;
        this.outcome = outcome;
    }

    /**
     * Sets the exporter up.
     *
     * @param endpoint where the environment names none; empty for none
     * @throws RuntimeException if the variables cannot be understood
     */
    static TraceExport open(String endpoint, Map<String, String> environment) {
        Outcome outcome = new Outcome();
        OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesCustomizer(given -> properties(endpoint, environment))
                .addSpanExporterCustomizer((exporter, given) -> outcome.of(exporter))
                .build()
                .getOpenTelemetrySdk();
        return new TraceExport(sdk, outcome);
    }

    Tracer tracer() {
        return sdk.getTracer("dev.kenshin");
    }

    /** The span that whoever started the process works in, as the variable TRACEPARENT names it. */
    Context parent(Map<String, String> environment) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), environment, new Variables());
    }

    /** Sends what is left; returns why something was lost, or nothing. */
    Optional<String> finish() {
        boolean inTime = sdk.getSdkTracerProvider()
                .forceFlush()
                .join(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .isDone();
        return inTime ? outcome.failure() : Optional.of("no answer within " + PATIENCE_SECONDS + " s");
    }

    @Override
    public void close() {
        sdk.getSdkTracerProvider().shutdown();
    }

    /** The environment goes before the job, and both before what suits us; of metrics and logs there are none. */
    private static Map<String, String> properties(String endpoint, Map<String, String> environment) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("otel.service.name", "kenshin");
        properties.put("otel.exporter.otlp.protocol", "http/protobuf");
        properties.put("otel.exporter.otlp.timeout", "4000");
        properties.put("otel.bsp.max.queue.size", "32768"); // all spans come at once
        if (!endpoint.isEmpty()) {
            properties.put("otel.exporter.otlp.endpoint", endpoint);
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        properties.put("otel.traces.exporter", "otlp");
        properties.put("otel.metrics.exporter", "none");
        properties.put("otel.logs.exporter", "none");
        return properties;
    }

    /** Names of variables are in capitals. */
    private static final class Variables implements TextMapGetter<Map<String, String>> {
        @Override
        public @Nullable String get(@Nullable Map<String, String> environment, String key) {
            return environment == null ? null : environment.get(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Remembers whether everything arrived. */
    private static final class Outcome {
        private volatile @Nullable String failure;

        Optional<String> failure() {
            return Optional.ofNullable(failure);
        }

        SpanExporter of(SpanExporter exporter) {
            return new SpanExporter() {
                @Override
                public CompletableResultCode export(Collection<SpanData> spans) {
                    CompletableResultCode result = exporter.export(spans);
                    return result.whenComplete(() -> note(result));
                }

                @Override
                public CompletableResultCode flush() {
                    return exporter.flush();
                }

                @Override
                public CompletableResultCode shutdown() {
                    return exporter.shutdown();
                }
            };
        }

        private void note(CompletableResultCode result) {
            if (!result.isSuccess()) {
                Throwable cause = result.getFailureThrowable();
                failure = cause == null || cause.getMessage() == null ? "the collector refused it" : cause.getMessage();
            }
        }
    }
}
