package dev.kenshin.problem;

/** Where a problem lies, as a person would look it up. {@code toString()} gives the form that is shown. */
public sealed interface Location {

    /**
     * A place in a text file.
     *
     * @param line counted from 1; 0 for the file as a whole
     * @param column counted from 1; 0 for the line as a whole
     */
    record InText(String file, int line, int column) implements Location {
        @Override
        public String toString() {
            return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        }
    }

    /**
     * A cell or row of a worksheet, as in {@code nps.xlsx!回答!D14}.
     *
     * @param cell an A1 reference ({@code D14}), or a row number
     */
    record InSheet(String file, String sheet, String cell) implements Location {
        @Override
        public String toString() {
            return file + "!" + sheet + "!" + cell;
        }
    }

    /** Something that has a name but no position: a table's row, a stream, a command-line option. */
    record Named(String name) implements Location {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A whole file. */
    static Location file(String file) {
        return new InText(file, 0, 0);
    }
}
