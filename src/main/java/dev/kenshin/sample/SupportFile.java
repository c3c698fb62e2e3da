package dev.kenshin.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the support desk exports: {@code tickets.jsonl}, one object a line. */
final class SupportFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+09:00'");

    private final JsonMapper mapper = new JsonMapper();
    private final LocalDate today;
    private int number = 10_000;

    private SupportFile(LocalDate today) {
        this.today = today;
    }

    static void write(Company company, Path directory) throws IOException {
        Files.createDirectories(directory);
        SupportFile file = new SupportFile(company.request().lastDay());
        try (BufferedWriter writer = Files.newBufferedWriter(directory.resolve("tickets.jsonl"))) {
            company.tell(Ticket::in, ticket -> append(writer, file.line(ticket)));
        }
    }

    private static void append(BufferedWriter writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(Ticket ticket) {
        number++;
        Dice dice = ticket.account().dice("ticket row", number);
        boolean solved = !ticket.solvedAt().toLocalDate().isAfter(today);
        ObjectNode node = mapper.createObjectNode().put("id", number);
        requester(node.putObject("requester"), ticket, dice);
        node.putObject("organization")
                .put("name", Spelling.typed(ticket.account().name(), dice));
        node.put("created_at", time(ticket.openedAt()));
        node.put("solved_at", solved ? time(ticket.solvedAt()) : null);
        node.put("status", solved ? "solved" : dice.chance(0.4) ? "pending" : "open");
        node.put("priority", ticket.priority());
        node.put("category", ticket.category());
        node.put("subject", ticket.subject());
        node.put(
                "satisfaction",
                solved && ticket.satisfaction().isPresent()
                        ? Integer.valueOf(ticket.satisfaction().getAsInt())
                        : null);
        return node.toString();
    }

    /** Some people write from a private address, which says nothing about their company. */
    private static void requester(ObjectNode node, Ticket ticket, Dice dice) {
        Person person = ticket.account().person(ticket.requester());
        boolean foreign = dice.chance(0.04);
        node.put(
                "email",
                foreign
                        ? person.mailbox() + "@mail.example.com"
                        : ticket.account().email(ticket.requester()));
        node.put("name", person.full());
    }

    private static String time(LocalDateTime time) {
        return TIME.format(time);
    }
}
