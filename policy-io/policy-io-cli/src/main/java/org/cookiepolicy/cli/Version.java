package org.cookiepolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.cookiepolicy.rules.PolicyEngine;
import picocli.CommandLine.IVersionProvider;

/** The version of the program and of the law that comes with it. */
final class Version implements IVersionProvider {
    /** Written into the jar by the build, and not there when the classes are run without one. */
    private static final String BUILD =
            "/META-INF/maven/org.cookiepolicy/policy-io-cli/pom.properties";

    Version() {}

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"cookie-policy " + ofProgram(), "law version " + ofLaw()};
    }

    /** Asked for by every help text, so nothing is loaded, and a broken law has one as well. */
    private static String ofLaw() {
        try {
            return PolicyEngine.version(ChosenLaw.shipped().files());
        } catch (UnreadableInputException e) {
            return "not known, since the law cannot be read";
        }
    }

    /** The version of the program alone. */
    static String ofProgram() throws IOException {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(BUILD)) {
            if (in != null) {
                build.load(in);
            }
        }
        return build.getProperty("version", "outside a jar");
    }
}
