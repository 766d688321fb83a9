package org.cookiepolicy.cli;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.rules.ScenarioResult;

/** What came of scenarios, in the XML that build servers know from JUnit. */
final class JunitReport {
    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(List<ScenarioResult> results) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitReport(xml).suites(results);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return text.append('\n').toString();
    }

    private void suites(List<ScenarioResult> results) throws XMLStreamException {
        start("testsuites", results);
        Map<String, List<ScenarioResult>> suites =
                results.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ScenarioResult::suite,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        for (Map.Entry<String, List<ScenarioResult>> suite : suites.entrySet()) {
            start("testsuite", suite.getValue());
            xml.writeAttribute("name", suite.getKey());
            for (ScenarioResult result : suite.getValue()) {
                testcase(result);
            }
            newLine();
            xml.writeEndElement();
        }
        newLine();
        xml.writeEndElement();
    }

    /** Starts an element that counts results. One without a decision is an error, not a failure. */
    private void start(String element, List<ScenarioResult> results) throws XMLStreamException {
        long errors = results.stream().filter(r -> r.decision().isEmpty()).count();
        long failures = results.stream().filter(r -> !r.passed()).count() - errors;
        newLine();
        xml.writeStartElement(element);
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Long.toString(errors));
        xml.writeAttribute("skipped", "0");
    }

    private void testcase(ScenarioResult result) throws XMLStreamException {
        newLine();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.suite());
        xml.writeAttribute("name", result.scenario().id() + " " + result.scenario().name());
        if (!result.passed()) {
            xml.writeStartElement(result.decision().isEmpty() ? "error" : "failure");
            xml.writeAttribute(
                    "message",
                    "expected "
                            + TextReport.expected(result.scenario())
                            + "; actual "
                            + TextReport.actual(result));
            xml.writeCharacters(
                    "source: "
                            + result.scenario().source()
                            + "\n"
                            + TextReport.differences(result).stream()
                                    .map(difference -> difference + "\n")
                                    .collect(Collectors.joining())
                            + result.decision().map(Decision::why).orElse(""));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
