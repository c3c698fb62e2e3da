package dev.kenshin.watch;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects numbers of a job and writes them in Prometheus's text format. */
final class Gauges {
    private final Labels job;
    private final Map<String, GaugeSnapshot.Builder> families = new LinkedHashMap<>();

    Gauges(String job) {
        this.job = Labels.of("job_name", job);
    }

    /** @param labels names and values, alternating */
    void add(String name, String help, double value, String... labels) {
        families.computeIfAbsent(name, key -> GaugeSnapshot.builder().name(name).help(help))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .value(value)
                        .labels(job.merge(Labels.of(labels)))
                        .build());
    }

    void add(String name, String help, long value, String... labels) {
        add(name, help, (double) value, labels);
    }

    byte[] text() throws IOException {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        families.values().forEach(family -> all.metricSnapshot(family.build()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(bytes, all.build(), EscapingScheme.UNDERSCORE_ESCAPING);
        return bytes.toByteArray();
    }
}
