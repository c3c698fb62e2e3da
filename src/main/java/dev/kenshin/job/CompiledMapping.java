package dev.kenshin.job;

import dev.kenshin.config.MappingConfig;
import dev.kenshin.mapping.RowMapper;
import dev.kenshin.model.Model;

/** A mapping that is ready to run. */
public record CompiledMapping(MappingConfig config, RowMapper mapper) {

    boolean ofAccounts() {
        return mapper.table().name().equals(Model.ACCOUNT.name());
    }

    String stream() {
        return config.from().name();
    }

    String source() {
        return stream().substring(0, stream().indexOf('.'));
    }
}
