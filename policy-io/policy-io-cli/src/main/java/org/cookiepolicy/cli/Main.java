package org.cookiepolicy.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line of the library. */
@Command(
        name = "cookie-policy",
        description = "Decides whether cookies may be set or read, under which law, and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            DemoCommand.class,
            DecideCommand.class,
            ExplainCommand.class,
            TestCommand.class,
            CheckCommand.class,
            CoverageCommand.class,
            ChangesCommand.class,
            BoundariesCommand.class,
            DiffCommand.class,
            MutateCommand.class,
            GenerateCompletion.class
        },
        footer = {
            "",
            "Examples:",
            "  cookie-policy demo",
            "  cookie-policy decide --policy policy.yaml --visitor visitor.yaml",
            "  cookie-policy explain --policy policy.yaml --visitor visitor.yaml --cookie _ga",
            "  cookie-policy test scenarios/",
            "  cookie-policy test --law my-law/ scenarios/",
            "  cookie-policy check my-law/",
            "  cookie-policy coverage GB",
            "  cookie-policy changes --since 2026-01-01",
            "  cookie-policy diff shipped edited-law/",
            "  cookie-policy mutate scenarios/",
            "  source <(cookie-policy generate-completion)",
            "",
            "Exit codes: 0 clean, 1 findings, 2 usage, 3 unreadable input, 70 failure."
        })
public final class Main extends AbstractCommand {
    /** The system property that asks for the stack trace of a failure. */
    private static final String TRACE = "cookiepolicy.trace";

    /** Creates the command. */
    public Main() {}

    @Override
    public Integer call() {
        throw new ParameterException(commandLine(), "a command is missing");
    }

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments what was written after the name of the program, not null
     */
    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        System.exit(run(out, err, arguments));
    }

    /** UTF-8 whatever the locale: documents are, and what is printed is to be read back. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /**
     * Runs the command line.
     *
     * @param out takes the answer, not null; flushed
     * @param err takes everything else, not null; flushed
     * @param arguments what was written after the name of the program, not null
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        int code;
        try {
            code = create().setOut(out).setErr(err).execute(arguments);
        } catch (Error e) {
            // The library hands on exceptions only, and the JVM would end with 1, which means
            // findings.
            code = fail(e, err);
        }
        if (out.checkError()) {
            err.println("cookie-policy: the output could not be written to its end");
            code = ExitCodes.FAILURE;
        }
        err.flush();
        return code;
    }

    /**
     * Creates the command line.
     *
     * @return the command line, not null
     */
    static CommandLine create() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(100)
                // A cookie may well be called @something, and that is no file of arguments.
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler((e, line, parsed) -> handle(e, line.getErr()));
    }

    private static int handle(Exception e, PrintWriter err) {
        if (e instanceof UnreadableInputException unreadable) {
            unreadable.lines().forEach(err::println);
            return ExitCodes.UNREADABLE;
        }
        return fail(e, err);
    }

    private static int fail(Throwable e, PrintWriter err) {
        err.println(
                "cookie-policy: failed for a reason that is no fault of the input; set the system"
                        + " property "
                        + TRACE
                        + "=true to see where");
        if (Boolean.getBoolean(TRACE)) {
            e.printStackTrace(err);
        }
        return ExitCodes.FAILURE;
    }
}
