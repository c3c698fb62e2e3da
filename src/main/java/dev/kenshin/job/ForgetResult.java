package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.privacy.Found;
import java.util.List;

/**
 * What came of it.
 *
 * @param known by what whoever was asked for is known: {@code email taro@aoba.example}; a look shows it, so that nobody else is
 *     meant by mistake
 * @param found what is gone, or would go
 * @param left files in which something was still found afterwards
 * @param unfinished whether an earlier forgetting was interrupted; it is finished now unless one only had a look
 */
public record ForgetResult(
        ExitCode exitCode, List<String> known, List<Found> found, List<String> left, boolean unfinished) {
    static ForgetResult locked() {
        return new ForgetResult(ExitCode.LOCKED, List.of(), List.of(), List.of(), false);
    }
}
