package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.rules.LawFile;

/**
 * The rules of two laws compared as text: without comments, in any order, and however they are laid
 * out. What differs only in these says the same.
 */
final class RuleTexts {
    private static final Pattern RULE = Pattern.compile("(?m)^(?=rule\\b)");
    private static final Pattern LAW = Pattern.compile("\\bLaw\\s*\\(");
    private static final Pattern OF_KIND =
            Pattern.compile("\\bLaw\\s*\\(\\s*kind\\s*(==|in)\\s*([^,)]*|\\([^)]*\\))");
    private static final Pattern KIND = Pattern.compile("Kind\\s*\\.\\s*([A-Z_]+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    private final Set<String> differing;

    private RuleTexts(Set<String> differing) {
        this.differing = differing;
    }

    static RuleTexts between(List<LawFile> before, List<LawFile> after) {
        Set<String> old = texts(before);
        Set<String> young = texts(after);
        Set<String> differing = new TreeSet<>();
        Stream.concat(old.stream(), young.stream())
                .filter(text -> !old.contains(text) || !young.contains(text))
                .forEach(differing::add);
        return new RuleTexts(differing);
    }

    /** Whether both laws have the same rules. */
    boolean areSame() {
        return differing.isEmpty();
    }

    /** The words of the rules that differ. */
    Set<String> words() {
        Set<String> words = new HashSet<>();
        differing.forEach(text -> WORD.matcher(text).results().forEach(w -> words.add(w.group())));
        return words;
    }

    /** The names of the rules that differ, or what else differs. */
    List<String> names() {
        return differing.stream()
                .map(text -> text.startsWith("rule") ? text.split("\"", -1)[1] : text)
                .distinct()
                .toList();
    }

    /** Whether a rule that differs may be about a provision. */
    boolean mayRead(Provision provision) {
        return differing.stream().anyMatch(text -> mayRead(text, provision.kind()));
    }

    private static boolean mayRead(String text, Kind kind) {
        Set<String> kinds = new HashSet<>();
        long restricted = 0;
        Matcher matcher = OF_KIND.matcher(text);
        while (matcher.find()) {
            restricted++;
            KIND.matcher(matcher.group()).results().forEach(k -> kinds.add(k.group(1)));
        }
        // A rule that does not say of which kind its laws are may be about all of them.
        return restricted == 0
                || LAW.matcher(text).results().count() != restricted
                || kinds.contains(kind.name());
    }

    /** Each rule, and each line before the first one. */
    private static Set<String> texts(List<LawFile> files) {
        Set<String> texts = new TreeSet<>();
        for (LawFile file : files) {
            if (file.isRules()) {
                for (String part : RULE.split(withoutComments(file.text()), -1)) {
                    List<String> pieces =
                            part.startsWith("rule") ? List.of(part) : part.lines().toList();
                    pieces.stream()
                            .filter(piece -> !piece.isBlank())
                            .map(RuleTexts::laidOut)
                            .forEach(texts::add);
                }
            }
        }
        return Collections.unmodifiableSet(texts);
    }

    private static String laidOut(String text) {
        List<String> parts = new ArrayList<>();
        String[] bySign = text.split("\"", -1);
        for (int i = 0; i < bySign.length; i++) {
            // What stands between quotation marks stays as it is.
            parts.add(i % 2 == 1 ? bySign[i] : bySign[i].strip().replaceAll("\\s+", " "));
        }
        return String.join("\"", parts);
    }

    private static String withoutComments(String text) {
        StringBuilder rest = new StringBuilder();
        char quote = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (quote == 0 && text.startsWith("//", i)) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (quote == 0 && text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                rest.append(' ');
                i = end < 0 ? text.length() : end + 2;
            } else {
                boolean escapes = c == '\\' && quote != 0 && i + 1 < text.length();
                if (!escapes && (c == '"' || c == '\'')) {
                    quote = quote == 0 ? c : quote == c ? 0 : quote;
                }
                rest.append(text, i, escapes ? i + 2 : i + 1);
                i += escapes ? 2 : 1;
            }
        }
        return rest.toString();
    }
}
