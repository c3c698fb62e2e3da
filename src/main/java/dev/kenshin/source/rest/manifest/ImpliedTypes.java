package dev.kenshin.source.rest.manifest;

import java.util.Map;
import java.util.Optional;

/** The types that a component has when its manifest does not say, by the field under which it stands. */
final class ImpliedTypes {
    private static final String JSON = "JsonDecoder";
    private static final String OPTION = "RequestOption";
    private static final String STREAM = "DeclarativeStream";
    private static final String ERRORS = "DefaultErrorHandler";

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("CompositeErrorHandler.error_handlers", ERRORS),
            Map.entry("CursorPagination.decoder", JSON),
            Map.entry("DatetimeBasedCursor.end_datetime", "MinMaxDatetime"),
            Map.entry("DatetimeBasedCursor.end_time_option", OPTION),
            Map.entry("DatetimeBasedCursor.start_datetime", "MinMaxDatetime"),
            Map.entry("DatetimeBasedCursor.start_time_option", OPTION),
            Map.entry("DeclarativeSource.check", "CheckStream"),
            Map.entry("DeclarativeSource.dynamic_streams", "DynamicDeclarativeStream"),
            Map.entry("DynamicDeclarativeStream.stream_template", STREAM),
            Map.entry("ConfigComponentsResolver.components_mapping", "ComponentMappingDefinition"),
            Map.entry("ParametrizedComponentsResolver.components_mapping", "ComponentMappingDefinition"),
            Map.entry("ConfigComponentsResolver.stream_config", "StreamConfig"),
            Map.entry("DeclarativeSource.spec", "Spec"),
            Map.entry("DeclarativeSource.streams", STREAM),
            Map.entry("DeclarativeStream.retriever", "SimpleRetriever"),
            Map.entry("DeclarativeStream.schema_loader", "JsonFileSchemaLoader"),
            Map.entry("ConditionalStreams.streams", STREAM),
            Map.entry("StateDelegatingStream.full_refresh_stream", STREAM),
            Map.entry("StateDelegatingStream.incremental_stream", STREAM),
            Map.entry("DefaultErrorHandler.response_filters", "HttpResponseFilter"),
            Map.entry("DefaultPaginator.decoder", JSON),
            Map.entry("DefaultPaginator.page_size_option", OPTION),
            Map.entry("DpathExtractor.decoder", JSON),
            Map.entry("DpathExtractor.record_expander", "RecordExpander"),
            Map.entry("HttpRequester.error_handler", ERRORS),
            Map.entry("IncrementingCountCursor.start_value_option", OPTION),
            Map.entry("ListPartitionRouter.request_option", OPTION),
            Map.entry("ParentStreamConfig.request_option", OPTION),
            Map.entry("ParentStreamConfig.stream", STREAM),
            Map.entry("RecordSelector.extractor", "DpathExtractor"),
            Map.entry("RecordSelector.record_filter", "RecordFilter"),
            Map.entry("SimpleRetriever.paginator", "NoPagination"),
            Map.entry("SimpleRetriever.record_selector", "RecordSelector"),
            Map.entry("SimpleRetriever.requester", "HttpRequester"),
            Map.entry("SubstreamPartitionRouter.parent_stream_configs", "ParentStreamConfig"),
            Map.entry("AddFields.fields", "AddedFieldDefinition"));

    private ImpliedTypes() {}

    /** @param field {@code ParentType.field} */
    static Optional<String> of(String field) {
        return Optional.ofNullable(PLAIN.get(field));
    }
}
