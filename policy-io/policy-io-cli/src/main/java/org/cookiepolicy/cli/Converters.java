package org.cookiepolicy.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cookiepolicy.policy.CookieName;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Operation;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Turn the values of options into facts; a value that is none is explained to the person. */
final class Converters {
    private Converters() {}

    /** A day. */
    static final class Day implements ITypeConverter<LocalDate> {
        Day() {}

        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "`" + value + "` is not a date such as `2026-03-01`");
            }
        }
    }

    /** A period in years, months and days. */
    static final class Time implements ITypeConverter<Period> {
        Time() {}

        @Override
        public Period convert(String value) {
            try {
                return Period.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "`" + value + "` is not an ISO 8601 period such as `P12M`");
            }
        }
    }

    /** The name of a cookie. */
    static final class Name implements ITypeConverter<String> {
        Name() {}

        @Override
        public String convert(String value) {
            try {
                return CookieName.parse(value).text();
            } catch (InvalidValueException e) {
                throw new TypeConversionException(e.reason());
            }
        }
    }

    /** A host; the case of its letters means nothing (RFC 4343). */
    static final class Host implements ITypeConverter<String> {
        Host() {}

        @Override
        public String convert(String value) {
            return value.toLowerCase(Locale.ROOT);
        }
    }

    /** An operation, spelt as in documents. */
    static final class OperationWord implements ITypeConverter<Operation> {
        OperationWord() {}

        @Override
        public Operation convert(String value) {
            return word(Operation.class, value);
        }
    }

    /** A contested point, spelt as in documents. */
    static final class PointWord implements ITypeConverter<ContestedPoint> {
        PointWord() {}

        @Override
        public ContestedPoint convert(String value) {
            return word(ContestedPoint.class, value);
        }
    }

    /** A format, spelt as on the command line. */
    static final class FormatWord implements ITypeConverter<Format> {
        FormatWord() {}

        @Override
        public Format convert(String value) {
            return word(Format.class, value);
        }
    }

    /** A format of problems, spelt as on the command line. */
    static final class CheckFormatWord implements ITypeConverter<CheckFormat> {
        CheckFormatWord() {}

        @Override
        public CheckFormat convert(String value) {
            return word(CheckFormat.class, value);
        }
    }

    /** The formats of problems that a shell completes. */
    static final class CheckFormatWords implements Iterable<String> {
        CheckFormatWords() {}

        @Override
        public Iterator<String> iterator() {
            return Tokens.all(CheckFormat.class).iterator();
        }
    }

    /** A format of coverage, spelt as on the command line. */
    static final class CoverageFormatWord implements ITypeConverter<CoverageFormat> {
        CoverageFormatWord() {}

        @Override
        public CoverageFormat convert(String value) {
            return word(CoverageFormat.class, value);
        }
    }

    /** The formats of coverage that a shell completes. */
    static final class CoverageFormatWords implements Iterable<String> {
        CoverageFormatWords() {}

        @Override
        public Iterator<String> iterator() {
            return Tokens.all(CoverageFormat.class).iterator();
        }
    }

    /** A format of which edits are noticed, spelt as on the command line. */
    static final class MutationFormatWord implements ITypeConverter<MutationFormat> {
        MutationFormatWord() {}

        @Override
        public MutationFormat convert(String value) {
            return word(MutationFormat.class, value);
        }
    }

    /** The formats of which edits are noticed that a shell completes. */
    static final class MutationFormatWords implements Iterable<String> {
        MutationFormatWords() {}

        @Override
        public Iterator<String> iterator() {
            return Tokens.all(MutationFormat.class).iterator();
        }
    }

    /** The operations that a shell completes. */
    static final class OperationWords implements Iterable<String> {
        OperationWords() {}

        @Override
        public Iterator<String> iterator() {
            return Tokens.all(Operation.class).iterator();
        }
    }

    /** The formats that a shell completes. */
    static final class FormatWords implements Iterable<String> {
        FormatWords() {}

        @Override
        public Iterator<String> iterator() {
            return Tokens.all(Format.class).iterator();
        }
    }

    /** Places; a code that is none is explained, which the library does not do for lists. */
    static List<Jurisdiction> places(List<String> codes, CommandLine line) {
        List<Jurisdiction> places = new ArrayList<>();
        for (String code : codes) {
            try {
                places.add(Jurisdiction.of(code));
            } catch (InvalidValueException e) {
                throw new ParameterException(
                        line,
                        e.reason()
                                + Optional.ofNullable(e.suggestion())
                                        .map(meant -> "; did you mean `" + meant + "`?")
                                        .orElse(""));
            }
        }
        return places;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String value) {
        List<String> words = Tokens.all(type);
        return Tokens.find(type, value)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "`"
                                                + value
                                                + "` is none of `"
                                                + String.join("`, `", words)
                                                + "`"));
    }
}
