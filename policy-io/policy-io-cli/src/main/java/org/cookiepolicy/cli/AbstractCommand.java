package org.cookiepolicy.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have: a place to write to. */
abstract class AbstractCommand implements Callable<Integer> {
    /** Set before the command is called; the value it begins with is never seen. */
    @Spec private CommandSpec spec = CommandSpec.create();

    /** The command line that this is called through. */
    final CommandLine commandLine() {
        return spec.commandLine();
    }

    /** Takes the answer. */
    final PrintWriter out() {
        return commandLine().getOut();
    }

    /** Takes everything but the answer. */
    final PrintWriter err() {
        return commandLine().getErr();
    }

    /** How the answer is coloured: not at all unless a person reads it on a terminal. */
    final Style style() {
        return new Style(commandLine().getColorScheme().ansi().enabled());
    }
}
