package dev.kenshin.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.model.Model;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {

    @ParameterizedTest
    @CsvSource({
        "start_date, 1",
        "Start Date, 1",
        "startDate, 1",
        "ＳＴＡＲＴ－ＤＡＴＥ, 1",
        "Start date (JST), 0.95",
        "contract.start_date, 0.85",
        "契約/start_date, 0.85",
        "First contract start date, 0.6",
        "start, 0",
        "dates, 0"
    })
    void names_areComparedWithoutCaseWidthAndPunctuation(String written, double likeness) {
        assertThat(Name.of(written).likeness(Set.of("startdate"))).isEqualTo(likeness);
    }

    @Test
    void shortEndings_sayNothing() {
        assertThat(Name.of("市区町村名").likeness(Set.of("名"))).isZero();
        assertThat(Name.of("最新契約番号").likeness(Set.of("契約番号"))).isEqualTo(0.6);
    }

    @Test
    void everyColumnOfTheModel_hasNames() {
        Set<String> missing = new TreeSet<>();
        Model.TABLES.stream()
                .filter(table -> !table.equals(Model.USAGE_DAILY))
                .forEach(table -> table.columns().stream()
                        .skip(table.equals(Model.ACCOUNT) ? 0 : 1)
                        .filter(column -> Vocabulary.columns(table.name()).stream()
                                .noneMatch(entry -> entry.column().equals(column.name())))
                        .forEach(column -> missing.add(table.name() + "." + column.name())));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyEntry_fitsTheColumnItFills() {
        Model.TABLES.forEach(
                table -> assertThat(Vocabulary.columns(table.name())).allSatisfy(entry -> {
                    assertThat(table.column(entry.column()))
                            .as(entry.toString())
                            .isPresent();
                    assertThat(entry.type().columnType())
                            .as(entry.toString())
                            .isEqualTo(
                                    table.column(entry.column()).orElseThrow().type());
                }));
    }
}
