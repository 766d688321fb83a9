package org.cookiepolicy.rules.workbench;

/** A report of coverage as a page that needs nothing beside itself. */
final class ScenarioCoveragePage {
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Coverage of the law by scenarios</title>
            <style>
            :root { --text: #1b1b1b; --back: #ffffff; --line: #c8c8c8; --soft: #f2f4f7; --link: #0b57a4; }
            @media (prefers-color-scheme: dark) {
              :root { --text: #e6e6e6; --back: #16181b; --line: #44484d; --soft: #22262b; --link: #8ab8f0; }
            }
            body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif;
              color: var(--text); background: var(--back); }
            a { color: var(--link); }
            table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
            caption { text-align: left; font-weight: bold; padding: .3rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border: 1px solid var(--line);
              overflow-wrap: anywhere; }
            th { background: var(--soft); }
            td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
            </style>
            </head>
            <body>
            """;

    private final ScenarioCoverageReport report;
    private final StringBuilder page = new StringBuilder(HEAD);

    ScenarioCoveragePage(ScenarioCoverageReport report) {
        this.report = report;
    }

    String html() {
        line("<h1>Coverage of the law by scenarios</h1>");
        line(
                "<p>"
                        + report.requests()
                        + " scenarios have seen "
                        + escaped(report.total().toString())
                        + " of what there is to see.</p>");
        counts();
        files();
        int number = 0;
        for (ScenarioCoverageReport.OfFile file : report.files()) {
            number++;
            if (!file.missed().isEmpty()) {
                missed(file, number);
            }
        }
        page.append("</body>\n</html>\n");
        return page.toString();
    }

    private void counts() {
        line("<table>");
        line("<caption>What was seen</caption>");
        line("<tr><th scope=\"col\">looked for</th><th scope=\"col\">seen</th></tr>");
        report.counts()
                .forEach(
                        (kind, count) ->
                                line(
                                        "<tr><td>"
                                                + escaped(kind)
                                                + "</td><td class=\"number\">"
                                                + escaped(count.toString())
                                                + "</td></tr>"));
        line("</table>");
    }

    private void files() {
        line("<table>");
        line("<caption>Files</caption>");
        line("<tr><th scope=\"col\">file</th><th scope=\"col\">seen</th></tr>");
        int number = 0;
        for (ScenarioCoverageReport.OfFile file : report.files()) {
            number++;
            String name = escaped(file.file());
            String shown =
                    file.missed().isEmpty()
                            ? name
                            : "<a href=\"#file" + number + "\">" + name + "</a>";
            line(
                    "<tr><td>"
                            + shown
                            + "</td><td class=\"number\">"
                            + escaped(file.count().toString())
                            + "</td></tr>");
        }
        line("</table>");
    }

    private void missed(ScenarioCoverageReport.OfFile file, int number) {
        line("<table id=\"file" + number + "\">");
        line(
                "<caption>"
                        + escaped(file.file())
                        + ": "
                        + escaped(file.count().toString())
                        + "</caption>");
        line(
                "<tr><th scope=\"col\">line</th><th scope=\"col\">provision or rule</th>"
                        + "<th scope=\"col\">never seen</th></tr>");
        for (ScenarioCoverageReport.Missed missed : file.missed()) {
            line(
                    "<tr><td class=\"number\">"
                            + missed.origin().line()
                            + "</td><td>"
                            + escaped(missed.subject())
                            + "</td><td>"
                            + escaped(missed.words())
                            + "</td></tr>");
        }
        line("</table>");
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
