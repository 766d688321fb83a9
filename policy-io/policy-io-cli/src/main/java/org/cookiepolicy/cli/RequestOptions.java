package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.cookiepolicy.request.Operation;
import picocli.CommandLine.Option;

/** The options that say what is to be decided. */
final class RequestOptions {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The cookie policy, in YAML or JSON by the end of its name.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--visitor",
            paramLabel = "FILE",
            description =
                    "A visitor and the circumstances of the visit, or several in a list under `visitors`.")
    private Optional<Path> visitor = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "DATE",
            converter = Converters.Day.class,
            description = "The day of the operation, instead of the one in the visitor file.")
    private Optional<LocalDate> at = Optional.empty();

    @Option(
            names = "--cookie",
            paramLabel = "NAME",
            converter = Converters.Name.class,
            description =
                    "One cookie, by the name that browsers see. One unknown to the policy is denied.")
    private Optional<String> cookie = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            converter = Converters.Host.class,
            description =
                    "The host that the cookie belongs to; entries of the policy for a domain need it.")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--operation",
            paramLabel = "set|read",
            converter = Converters.OperationWord.class,
            completionCandidates = Converters.OperationWords.class,
            description = "Setting the cookie, which is the default, or reading it.")
    private Operation operation = Operation.SET;

    RequestOptions() {}

    Optional<Path> policy() {
        return policy;
    }

    Optional<Path> visitor() {
        return visitor;
    }

    Optional<LocalDate> at() {
        return at;
    }

    Optional<String> cookie() {
        return cookie;
    }

    Optional<String> host() {
        return host;
    }

    Operation operation() {
        return operation;
    }

    /** Whether none of the options was given. */
    boolean isEmpty() {
        return policy.isEmpty()
                && visitor.isEmpty()
                && at.isEmpty()
                && cookie.isEmpty()
                && host.isEmpty()
                && operation == Operation.SET;
    }
}
