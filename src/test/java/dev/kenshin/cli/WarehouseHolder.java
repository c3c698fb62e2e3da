package dev.kenshin.cli;

import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that has a warehouse open until its standard input ends. */
final class WarehouseHolder {
    private WarehouseHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (Warehouse warehouse = Warehouse.open(Path.of(arguments[0]), List.of())) {
            System.out.println("open");
            while (System.in.read() >= 0) {
                // Whoever started this process closes its input.
            }
        }
    }
}
