package dev.kenshin.example;

import dev.kenshin.job.TrialGiven;
import dev.kenshin.problem.Location;
import java.util.Optional;

/**
 * An example that is ready to run.
 *
 * @param name in the words of whoever wrote it
 * @param file the name of its file without {@code .spec.yaml}
 * @param at where its name stands
 * @param job the first job whose streams it uses
 * @param before what an earlier snapshot was made from
 */
public record Example(
        String name,
        String file,
        Location at,
        String job,
        TrialGiven given,
        Optional<TrialGiven> before,
        Wanted wanted) {}
