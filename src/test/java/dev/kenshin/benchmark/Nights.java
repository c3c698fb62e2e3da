package dev.kenshin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Nights of one job, one after the other, in a home of their own. */
record Nights(Company company, String job) {

    Path home() {
        return company.directory().resolve("home-" + job);
    }

    Measured first() throws IOException, InterruptedException {
        if (Files.exists(home())) {
            Tree.delete(home());
        }
        company.firstNight();
        return run("first", Company.FIRST_NIGHT);
    }

    Measured second() throws IOException, InterruptedException {
        company.secondNight();
        return run("second", Company.SECOND_NIGHT);
    }

    Measured again() throws IOException, InterruptedException {
        return run("again", Company.SECOND_NIGHT, "--force");
    }

    private Measured run(String name, LocalDate asOf, String... further) throws IOException, InterruptedException {
        String[] arguments = {"run", job, "--as-of", asOf.toString(), "--home", home().toString()};
        return Jvm.kenshin(company.directory(), job + "-" + name, Jvm.concat(arguments, further));
    }
}
