package io.foyer.hub.web.api;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.swagger2.Swagger2Module;
import io.foyer.hub.domain.definition.Code;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the records that go over the wire. An answer always has a field, unless {@link JsonInclude} leaves the
 * field out; a body needs what its annotations require.
 */
final class OpenApiSchemas {
    private static final String SUFFIX = "Entry";

    private final SchemaBuilder schemas;
    private final Set<Class<?>> bodies;

    OpenApiSchemas(Set<Class<?>> bodies) {
        this.bodies = bodies;
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        new ObjectMapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(new Swagger2Module());
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withDefinitionNamingStrategy(new Names())
                .withSubtypeResolver(OpenApiSchemas::members)
                .withCustomDefinitionProvider(OpenApiSchemas::simple);
        config.forFields()
                .withIgnoreCheck(field -> field.getAnnotation(JsonIgnore.class) != null)
                .withRequiredCheck(this::isAlwaysThere)
                .withNullableCheck(this::isNull)
                .withInstanceAttributeOverride(OpenApiSchemas::complete);
        schemas = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** A reference to the schema of a record. */
    ObjectNode reference(Class<?> type) {
        return schemas.createSchemaReference(type);
    }

    /** The schemas to which all references lead. */
    ObjectNode all() {
        return schemas.collectDefinitions("components/schemas");
    }

    private boolean isAlwaysThere(FieldScope field) {
        return !isOfBody(field) && !isLeftOut(field);
    }

    private boolean isNull(FieldScope field) {
        return isNullable(field) && !isOfBody(field) && !isLeftOut(field);
    }

    private boolean isOfBody(FieldScope field) {
        return bodies.contains(field.getRawMember().getDeclaringClass());
    }

    private static boolean isNullable(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOut(FieldScope field) {
        JsonInclude own = field.getRawMember().getAnnotation(JsonInclude.class);
        JsonInclude include =
                own != null ? own : field.getRawMember().getDeclaringClass().getAnnotation(JsonInclude.class);
        if (include == null) {
            return false;
        }
        Class<?> type = field.getRawMember().getType();
        boolean isContainer = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return isNullable(field) || (include.value() == JsonInclude.Include.NON_EMPTY && isContainer);
    }

    private static @Nullable CustomDefinition simple(ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        ObjectNode schema = context.getGeneratorConfig().createObjectNode();
        if (erased.isEnum()) {
            schema.put("type", "string");
            Stream.of(erased.getEnumConstants())
                    .forEach(constant -> schema.withArray("/enum").add(Code.of((Enum<?>) constant)));
        } else if (Map.class.isAssignableFrom(erased)) {
            ResolvedType value = type.typeParametersFor(Map.class).get(1);
            schema.put("type", "object").set("additionalProperties", context.createDefinitionReference(value));
        } else if (erased == JsonNode.class) {
            schema.put("type", "object");
        } else {
            return null;
        }
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static @Nullable List<ResolvedType> members(ResolvedType type, SchemaGenerationContext context) {
        return type.getErasedType().isSealed()
                ? Stream.of(type.getErasedType().getPermittedSubclasses())
                        .map(member -> context.getTypeContext().resolveSubtype(type, member))
                        .toList()
                : null;
    }

    /** What the library does not do with an annotation. */
    private static void complete(ObjectNode schema, FieldScope field, SchemaGenerationContext context) {
        Schema words = field.getAnnotation(Schema.class);
        if (words != null && !words.example().isEmpty()) {
            schema.put("example", words.example());
        }
        if (field.getType().getErasedType() == Boolean.class && schema.has("default")) {
            schema.put("default", schema.path("default").asBoolean());
        }
    }

    private static final class Names extends DefaultSchemaDefinitionNamingStrategy {
        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            String name = key.getType().getErasedType().getSimpleName();
            return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        }
    }
}
