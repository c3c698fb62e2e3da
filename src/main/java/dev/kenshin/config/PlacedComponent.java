package dev.kenshin.config;

import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * A component and where it stands in its card.
 *
 * @param group the names of the groups that hold it, from the top: {@code usage/depth}
 * @param groupLabel their labels: {@code Usage / Depth}
 */
public record PlacedComponent(String group, Text groupLabel, Component component) {

    static Stream<PlacedComponent> in(List<Group> groups) {
        return groups.stream().flatMap(group -> in(group, group.name(), group.label()));
    }

    private static Stream<PlacedComponent> in(Group group, String path, Text label) {
        return Stream.concat(
                group.components().stream().map(component -> new PlacedComponent(path, label, component)),
                group.groups().stream()
                        .flatMap(child -> in(child, path + "/" + child.name(), below(label, child.label()))));
    }

    private static Text below(Text parent, Text child) {
        return new Text(parent.ja() + " / " + child.ja(), parent.en() + " / " + child.en());
    }
}
