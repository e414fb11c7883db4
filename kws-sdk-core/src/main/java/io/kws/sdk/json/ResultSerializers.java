package io.kws.sdk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells Jackson how to write results: in their {@link PlainForm}. */
final class ResultSerializers extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
            SerializationConfig config, JavaType type, BeanDescription description) {
        return PlainForm.isOf(type.getRawClass()) ? new ResultSerializer() : null;
    }

    private static final class ResultSerializer extends JsonSerializer<Object> {
        @Override
        public void serialize(Object result, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(PlainForm.of(result), json);
        }
    }
}
