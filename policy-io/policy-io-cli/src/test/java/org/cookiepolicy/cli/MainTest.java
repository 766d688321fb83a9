package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void helps_with_examples() {
        for (String command :
                List.of(
                        "demo",
                        "decide",
                        "explain",
                        "test",
                        "check",
                        "coverage",
                        "changes",
                        "boundaries",
                        "diff",
                        "mutate")) {
            Run run = Run.of(command, "--help");
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("Example").contains("  cookie-policy " + command);
        }
        assertThat(Run.of("--help").out())
                .contains("generate-completion")
                .contains("Exit codes: 0");
    }

    @Test
    void says_which_version_of_program_and_law_it_is() {
        assertThat(Run.of("--version").out())
                .containsPattern("cookie-policy \\S")
                .containsPattern("law version [0-9a-f]{16}");
    }

    @Test
    void writes_a_completion_for_the_shell() {
        assertThat(Run.of("generate-completion").out())
                .contains("cookie-policy")
                .contains("--visitor")
                .contains("junit");
    }

    @Test
    void does_not_end_clean_when_the_answer_could_not_be_written() {
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(new FullDisk()), new PrintWriter(err), "--help");
        assertThat(code).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("could not be written");
    }

    private static final class FullDisk extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("the disk is full");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
