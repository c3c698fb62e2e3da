package dev.kenshin.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;

/** The warehouse cannot do what it must; nothing of the transaction at hand was kept. */
public final class WarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }

    static WarehouseException cannotOpen(Path file, SQLException cause) {
        return new WarehouseException("cannot open the warehouse " + file + ": " + cause.getMessage(), cause);
    }
}
