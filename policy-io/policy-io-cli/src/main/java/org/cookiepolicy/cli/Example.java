package org.cookiepolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.request.NamedVisit;

/** The example that comes with the program: a published cookie policy and some visitors. */
final class Example {
    private static final String FOLDER = "/org/cookiepolicy/example/";

    private Example() {}

    static CookiePolicy policy() {
        return read("smarttel-policy.yaml", Documents.POLICY);
    }

    static List<NamedVisit> visitors() {
        return read("visitors.yaml", InputShapes.VISITORS);
    }

    private static <T> T read(String name, Shape<T> shape) {
        try (InputStream in = Example.class.getResourceAsStream(FOLDER + name)) {
            return new Yaml().read(name, Objects.requireNonNull(in, name), shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
