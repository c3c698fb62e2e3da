package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.cli.AlignedTable.Side;
import org.junit.jupiter.api.Test;

class AlignedTableTest {

    @Test
    void fullWidthCells_standUnderHalfWidthOnes() {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT);
        table.row("活用率", "12%");
        table.row("NPS", "不明");

        assertThat(table.print()).isEqualTo("活用率   12%\nNPS     不明\n");
    }

    @Test
    void narrowTerminal_getsAsManyColumnsAsFit() {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.LEFT);
        table.row("1234", "1234", "1234");

        assertThat(table.columnsWithin(16)).isEqualTo(3);
        assertThat(table.columnsWithin(15)).isEqualTo(2);
        assertThat(table.columnsWithin(2)).isEqualTo(1);
        assertThat(table.print(2)).isEqualTo("1234  1234\n");
    }

    @Test
    void narrowTerminal_hasTheLastCellBelow_whereItDoesNotFit() {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.LEFT);
        table.row("活用率", "12%", "短い");
        table.row("NPS", "-5", "a longer remark");
        table.row("", "7");

        assertThat(table.printWithin(18)).isEqualTo("活用率  12%  短い\nNPS      -5\n      a longer remark\n          7\n");
        assertThat(table.printWithin(80)).isEqualTo(table.print());
    }
}
