package dev.kenshin.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kenshin.config.JdbcUrl;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.Yaml;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The database server that keeps the job repository, where a job names one. No message shows the password, or what
 * follows the address in the url.
 *
 * @param at where the job names it
 */
record JobRepositoryServer(String url, Optional<String> user, Optional<String> password, Location at) {
    /**
     * How long each question waits for a server that is gone. A server that was started anew is back by then; a run asks
     * several times before it ends, so that with more it would go on for minutes without being able to do anything.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static JobRepositoryServer of(Yaml.Mapping options, Secrets secrets) {
        return new JobRepositoryServer(
                options.get("url").map(secrets::resolve).orElse(""),
                options.get("user").map(secrets::resolve),
                options.get("password").map(secrets::resolve),
                options.at());
    }

    /** Reports secrets that are missing, and a url that asks for more than a connection or for a server of H2. */
    static void check(Yaml.Mapping options, Secrets secrets, Problems problems) {
        Problems missing = new Problems();
        secrets.check(options, missing);
        missing.all().forEach(problems::add);
        if (!missing.hasErrors()) {
            options.get("url").ifPresent(url -> check(new JdbcUrl(secrets.resolve(url)), url.at(), problems));
        }
    }

    private static void check(JdbcUrl url, Location at, Problems problems) {
        url.problem(at).ifPresent(problems::add);
        if (url.isServerOfH2()) {
            problems.error(
                    "KEN-J10",
                    at,
                    new Text("ジョブの記録をH2のサーバーに置くことはできません。", "The job repository cannot be on a server of H2."),
                    new Text(
                            "repository を消してホームに置くか、PostgreSQL などを指定してください。",
                            "Leave repository out, so that it lies in the home, or name PostgreSQL or the like."));
        }
    }

    /**
     * Connections, at least one of which is open; the caller closes them all.
     *
     * @throws NightFailure if the server cannot be reached
     */
    HikariDataSource connect() {
        try {
            HikariConfig pool = new HikariConfig();
            pool.setPoolName("job-repository");
            pool.setJdbcUrl(url);
            pool.setConnectionTimeout(PATIENCE.toMillis());
            user.ifPresent(pool::setUsername);
            password.ifPresent(pool::setPassword);
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            throw unusable(e);
        }
    }

    /** The reason in words; drivers like to quote urls and credentials, so the exception itself is not kept. */
    NightFailure unusable(Exception failure) {
        String reason = redacted(Failures.reason(failure));
        return new NightFailure(
                ExitCode.FAILED,
                List.of(Problem.error(
                        "KEN-J10",
                        at,
                        new Text(
                                "ジョブの記録を置くデータベース（repository、%s）を使えないため、何もせずに止めました: %s".formatted(shownUrl(), reason),
                                "the job repository (%s) cannot be used, so nothing was done: %s"
                                        .formatted(shownUrl(), reason)),
                        new Text(
                                "サーバーの状態、url・user・password、表を作る権限、ドライバーの jar が lib にあるかを確かめてから、同じコマンドを実行してください。",
                                "Check the server, url, user and password, the permission to create tables, and that the driver's jar"
                                        + " lies in lib; then run the same command."))));
    }

    private String redacted(String reason) {
        String plain = reason.replace(url, shownUrl());
        return password.filter(secret -> !secret.isBlank())
                .map(secret -> plain.replace(secret, "***"))
                .orElse(plain);
    }

    /** Without what may name a user and password: behind the address, or in front of its @, with or without //. */
    private String shownUrl() {
        return url.replaceAll("[?;].*", "").replaceAll("^(jdbc:[^:/@]+:(?://)?).*@", "$1");
    }

    @Override
    public String toString() {
        return "JobRepositoryServer[" + shownUrl() + "]";
    }
}
