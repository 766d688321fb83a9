package org.cookiepolicy.rules.drl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why rules may not say what Drools would let them say. Nothing here keeps anything out: whatever
 * the grammar does not have is refused. This only tells an author who knows more of Drools the
 * reason.
 */
final class Refusals {
    private static final String PRIORITY =
            "findings count alike in whatever order rules fire, so no rule comes before another";
    private static final String CLOCK =
            "a rule has no clock; which law is in force on the day stands in the register";
    private static final String GATHERING =
            "a rule looks at one fact of each kind; what needs many at once belongs into a method of"
                    + " a fact";
    private static final String ELSEWHERE = "a rule looks at the facts of the request only";
    private static final String CHANGE = "a rule changes no fact; it only adds findings";
    private static final String INPUT = "a rule reads, writes and starts nothing";
    private static final String CHANCE = "a rule leaves nothing to chance";
    private static final String JAVA = "a rule reaches no Java class but its facts";
    private static final String THREAD = "a rule starts no threads and waits for none";
    private static final String ENGINE = "a rule does not steer the engine";
    private static final String STEPS =
            "a rule has no steps of its own; what it depends on stands between `when` and `then`";
    private static final String CODE =
            "there is no code in rule files; a new condition is a method of a fact";
    private static final String OPERATOR =
            "expected one of `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `contains`, `memberOf`";

    private static final Map<String, String> STATEMENTS = new HashMap<>();
    private static final Map<String, String> ATTRIBUTES = new HashMap<>();
    private static final Map<String, String> CONDITIONS = new HashMap<>();
    private static final Map<String, String> OPERATORS = new HashMap<>();
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        put(STATEMENTS, CODE, "function", "class", "public", "private", "static", "void");
        put(STATEMENTS, CODE, "query", "unit", "template", "expander", "interface", "enum");
        put(STATEMENTS, "the facts are those of the library", "declare");
        put(STATEMENTS, "the dialect is always the same", "dialect");

        put(ATTRIBUTES, PRIORITY, "salience", "agenda-group", "activation-group", "auto-focus");
        put(ATTRIBUTES, PRIORITY, "ruleflow-group", "lock-on-active", "no-loop", "refract");
        put(ATTRIBUTES, CLOCK, "date-effective", "date-expires", "duration", "timer", "calendars");
        put(ATTRIBUTES, "a rule that is not wanted is taken out", "enabled");
        put(ATTRIBUTES, "the dialect is always the same", "dialect");
        put(ATTRIBUTES, "a rule stands for itself", "extends");
        put(ATTRIBUTES, "attributes are not needed", "attributes", "direct");

        put(CONDITIONS, CODE, "eval");
        put(CONDITIONS, GATHERING, "accumulate", "acc", "collect", "forall", "groupby", "count");
        put(CONDITIONS, ELSEWHERE, "from", "over", "window");
        put(CONDITIONS, "what holds in either case is said in two rules", "or");
        put(CONDITIONS, "conditions stand one below the other without `and`", "and");
        put(CONDITIONS, STEPS, "if", "do", "break", "else");
        put(CONDITIONS, "what holds in either case is said in two rules", "||");
        put(CONDITIONS, "conditions stand one below the other without `and`", "&&", ",", ";");
        put(CONDITIONS, "conditions stand one below the other without brackets", "(");
        put(CONDITIONS, "a fact is named with its conditions in brackets: `Law( ... )`", "/", "?/");
        put(CONDITIONS, "there are no queries", "?");
        put(CONDITIONS, "a condition has no annotations", "@");

        put(OPERATORS, "a pattern may take forever on some text; " + OPERATOR, "matches");
        put(OPERATORS, "text is compared as it is; " + OPERATOR, "soundslike", "str", "strsim");
        put(OPERATORS, CLOCK, "after", "before", "coincides", "during", "finishes", "finishedby");
        put(OPERATORS, CLOCK, "includes", "meets", "metby", "overlaps", "overlappedby", "starts");
        put(OPERATORS, CLOCK, "startedby");
        put(OPERATORS, "write `not contains`", "excludes");
        put(OPERATORS, "write `&&`", "and", "&");
        put(OPERATORS, "write `||`", "or", "|");
        put(OPERATORS, "facts are of one kind each", "instanceof", "isa", "is", "#");
        put(OPERATORS, CHANGE + "; to compare, write `==`", "=", ":=", "+=", "-=");
        put(OPERATORS, "there is no arithmetic in rules", "+", "-", "*", "/", "%", "^");
        put(OPERATORS, "there is no choice within a condition", "?");
        put(OPERATORS, "facts are never null", "!.", "?.");
        put(OPERATORS, CODE, "->", "{", "::");
        put(OPERATORS, "a set is asked with `contains`", "[");
        put(OPERATORS, "conditions stand in place, not by position", ";");

        put(WORDS, CHANGE, "insert", "insertLogical", "insertAsync", "update", "modify", "delete");
        put(WORDS, CHANGE, "retract", "set", "setAllowed");
        put(WORDS, CLOCK, "now", "currentTimeMillis", "nanoTime", "Date", "Calendar", "Clock");
        put(WORDS, CLOCK, "Instant", "LocalDate", "LocalDateTime", "ZonedDateTime");
        put(WORDS, CHANCE, "Random", "random", "UUID", "SecureRandom", "ThreadLocalRandom");
        put(WORDS, INPUT, "System", "Runtime", "ProcessBuilder", "File", "Files", "Path", "Paths");
        put(
                WORDS,
                INPUT,
                "Socket",
                "ServerSocket",
                "URL",
                "HttpClient",
                "FileWriter",
                "FileReader");
        put(WORDS, INPUT, "FileOutputStream", "FileInputStream", "println", "Scanner", "exec");
        put(WORDS, JAVA, "Class", "ClassLoader", "URLClassLoader", "class", "getClass", "forName");
        put(WORDS, JAVA, "Method", "MethodHandles", "Proxy", "Unsafe", "invoke", "newInstance");
        put(WORDS, JAVA, "java", "javax", "jdk", "sun", "com", "org", "static", "import");
        put(WORDS, THREAD, "Thread", "Executors", "CompletableFuture", "ForkJoinPool", "Timer");
        put(WORDS, THREAD, "Runnable", "Callable", "synchronized", "sleep", "wait", "notify");
        put(WORDS, ENGINE, "drools", "kcontext", "halt", "setFocus", "channels", "entryPoints");
        put(
                WORDS, STEPS, "while", "for", "do", "if", "switch", "try", "throw", "return",
                "foreach");
        put(WORDS, STEPS, "until", "assert", "break", "continue");
        put(WORDS, CODE, "new", "eval", "with", "def", "proto", "function", "instanceof", "void");
        put(WORDS, CODE, "var", "final", "int", "String", "Object", "isdef", "super", "Integer");
        put(WORDS, "facts are never null", "null", "nil", "empty");
    }

    private Refusals() {}

    private static void put(Map<String, String> reasons, String reason, String... words) {
        for (String word : words) {
            reasons.put(word, reason);
        }
    }

    /** Why a statement outside of rules is refused. */
    static Optional<String> statement(String word) {
        return Optional.ofNullable(STATEMENTS.get(word)).or(() -> attribute(word));
    }

    /** Why an attribute is refused; empty when it is none. */
    static Optional<String> attribute(String word) {
        return Optional.ofNullable(ATTRIBUTES.get(word));
    }

    /** Why something is no condition. */
    static Optional<String> condition(String word) {
        return Optional.ofNullable(CONDITIONS.get(word));
    }

    /** Why something is no operator. */
    static Optional<String> operator(String word) {
        return Optional.ofNullable(OPERATORS.get(word));
    }

    /** Why a word that is no name of anything is refused. */
    static Optional<String> word(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
