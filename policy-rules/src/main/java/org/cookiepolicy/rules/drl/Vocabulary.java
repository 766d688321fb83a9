package org.cookiepolicy.rules.drl;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names that rules may use: facts, what can be asked of them, and the findings they may add.
 * Whatever is not in it does not exist for rules. Immutable.
 *
 * <p>To the facts belong the records and enums of the same library that their methods answer or
 * take. Of each, rules may call the public methods that it declares itself, that answer something
 * and that take and answer nothing but facts, such records and enums, truth values, numbers, text,
 * and collections of these. Inherited and static methods are not among them.
 */
public final class Vocabulary {
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals", "hashCode", "toString", "compareTo", "clone", "finalize", "getClass");

    private final String packageName;
    private final String globalName;
    private final Map<String, Class<?>> facts = new TreeMap<>();
    private final Map<String, Class<?>> named = new TreeMap<>();
    private final Map<Class<?>, List<Member>> members = new HashMap<>();
    private final Map<String, List<Member>> findings = new TreeMap<>();
    private final Class<?> global;
    private final Set<String> withheld;

    /**
     * Creates a vocabulary.
     *
     * @param packageName the package that every rule file belongs to, not null
     * @param globalName the name of the global that takes findings, not null
     * @param global its class; each public method of it adds findings; not null
     * @param facts the classes of the facts, not empty
     * @throws IllegalArgumentException when two classes have the same simple name
     */
    public Vocabulary(
            String packageName, String globalName, Class<?> global, Collection<Class<?>> facts) {
        this(packageName, globalName, global, Set.of(), facts);
    }

    /**
     * Creates a vocabulary that says of some findings why it has them not.
     *
     * @param packageName the package that every rule file belongs to, not null
     * @param globalName the name of the global that takes findings, not null
     * @param global its class; each public method of it adds findings; not null
     * @param withheld the names of findings that other rules may add and these may not, not null
     * @param facts the classes of the facts, not empty
     * @throws IllegalArgumentException when two classes have the same simple name
     */
    public Vocabulary(
            String packageName,
            String globalName,
            Class<?> global,
            Set<String> withheld,
            Collection<Class<?>> facts) {
        this.withheld = Set.copyOf(withheld);
        this.packageName = Objects.requireNonNull(packageName, "packageName");
        this.globalName = Objects.requireNonNull(globalName, "globalName");
        this.global = Objects.requireNonNull(global, "global");
        facts.forEach(fact -> this.facts.put(fact.getSimpleName(), fact));
        Set<Class<?>> known = reachable(facts);
        for (Class<?> type : known) {
            if (named.put(type.getSimpleName(), type) != null) {
                throw new IllegalArgumentException(
                        "two classes are called " + type.getSimpleName());
            }
        }
        known.forEach(type -> members.put(type, membersOf(type, known)));
        for (Method method : methods(global)) {
            Optional<List<Type>> parameters = parameters(method, known);
            if (method.getReturnType() == void.class && parameters.isPresent()) {
                findings.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                        .add(new Member(method, parameters.get(), Type.Simple.TRUTH));
            }
        }
    }

    private static Set<Class<?>> reachable(Collection<Class<?>> facts) {
        Set<Class<?>> known = new LinkedHashSet<>(facts);
        String library = commonPackage(facts);
        Deque<Class<?>> open = new ArrayDeque<>(facts);
        while (!open.isEmpty()) {
            for (Method method : methods(open.pop())) {
                List<java.lang.reflect.Type> types =
                        new ArrayList<>(Arrays.asList(method.getGenericParameterTypes()));
                types.add(method.getGenericReturnType());
                for (Class<?> type : types.stream().flatMap(t -> classes(t).stream()).toList()) {
                    boolean isValue = type.isRecord() || type.isEnum();
                    if (isValue && type.getName().startsWith(library) && known.add(type)) {
                        open.add(type);
                    }
                }
            }
        }
        return known;
    }

    /** The first two parts of the package of a fact: that of the library. */
    private static String commonPackage(Collection<Class<?>> facts) {
        String[] parts = facts.iterator().next().getName().split("\\.", 3);
        return parts[0] + "." + parts[1] + ".";
    }

    private static List<Class<?>> classes(java.lang.reflect.Type type) {
        if (type instanceof Class<?> plain) {
            return List.of(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .flatMap(argument -> classes(argument).stream())
                    .toList();
        }
        return List.of();
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .filter(method -> !OF_EVERY_OBJECT.contains(method.getName()))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static Optional<List<Type>> parameters(Method method, Set<Class<?>> known) {
        List<Type> types =
                Arrays.stream(method.getGenericParameterTypes())
                        .flatMap(type -> Type.of(type, known).stream())
                        .toList();
        return types.size() == method.getParameterCount() ? Optional.of(types) : Optional.empty();
    }

    private static List<Member> membersOf(Class<?> type, Set<Class<?>> known) {
        List<Member> members = new ArrayList<>();
        for (Method method : methods(type)) {
            Optional<List<Type>> parameters = parameters(method, known);
            Optional<Type> result = Type.of(method.getGenericReturnType(), known);
            if (parameters.isPresent() && result.isPresent()) {
                members.add(new Member(method, parameters.get(), result.get()));
            }
        }
        return List.copyOf(members);
    }

    /**
     * Returns the facts and what can be asked of each, as a table in Markdown.
     *
     * @return a line for each fact, in the order of their names, below two lines of heading; each
     *     ends with a line feed
     */
    public String describe() {
        StringBuilder table =
                new StringBuilder("| fact | import | what rules may ask of it |\n|---|---|---|\n");
        facts.forEach(
                (name, fact) -> {
                    List<String> asked = new ArrayList<>();
                    for (Member member : members.getOrDefault(fact, List.of())) {
                        String given =
                                member.parameters().isEmpty()
                                        ? member.property().orElse(member.name())
                                        : member.name() + "( ... )";
                        if (!asked.contains("`" + given + "`")) {
                            asked.add("`" + given + "`");
                        }
                    }
                    asked.sort(Comparator.naturalOrder());
                    table.append("| `").append(name).append("` | `");
                    table.append(fact.getName()).append("` | ");
                    table.append(asked.isEmpty() ? "itself" : String.join(", ", asked));
                    table.append(" |\n");
                });
        return table.toString();
    }

    String packageName() {
        return packageName;
    }

    String globalName() {
        return globalName;
    }

    Class<?> global() {
        return global;
    }

    /** The facts by their simple names. */
    Map<String, Class<?>> facts() {
        return facts;
    }

    /** The facts, and what can be reached from them, by their simple names. */
    Map<String, Class<?>> named() {
        return named;
    }

    /** The methods of the global by their names. */
    /**
     * Returns the findings that rules may add.
     *
     * @return the names of the methods, not empty
     */
    public Set<String> findingNames() {
        return Set.copyOf(findings.keySet());
    }

    /** Whether other rules may add a finding and these may not. */
    boolean isWithheld(String finding) {
        return withheld.contains(finding) && !findings.containsKey(finding);
    }

    Map<String, List<Member>> findings() {
        return findings;
    }

    /** What can be asked of a value. Nothing of this ever fails. */
    List<Member> members(Type type) {
        if (type instanceof Type.Named value) {
            return members.getOrDefault(value.of(), List.of());
        }
        if (type instanceof Type.Many many) {
            Type any = new Type.Many(Collection.class, many.element());
            return List.of(
                    member(Collection.class, "contains", Type.Simple.TRUTH, many.element()),
                    member(Collection.class, "containsAll", Type.Simple.TRUTH, any),
                    member(Collection.class, "isEmpty", Type.Simple.TRUTH),
                    member(Collection.class, "size", Type.Simple.NUMBER));
        }
        if (type instanceof Type.Maybe) {
            return List.of(
                    member(Optional.class, "isPresent", Type.Simple.TRUTH),
                    member(Optional.class, "isEmpty", Type.Simple.TRUTH));
        }
        if (type instanceof Type.Table table) {
            return List.of(
                    member(Map.class, "containsKey", Type.Simple.TRUTH, table.key()),
                    member(Map.class, "isEmpty", Type.Simple.TRUTH),
                    member(Map.class, "size", Type.Simple.NUMBER));
        }
        if (type == Type.Simple.TEXT) {
            return List.of(
                    member(String.class, "isEmpty", Type.Simple.TRUTH),
                    member(String.class, "isBlank", Type.Simple.TRUTH));
        }
        return List.of();
    }

    private static Member member(Class<?> type, String name, Type result, Type... parameters) {
        Method method =
                Arrays.stream(type.getMethods())
                        .filter(m -> m.getName().equals(name))
                        .filter(m -> m.getParameterCount() == parameters.length)
                        .findFirst()
                        .orElseThrow();
        return new Member(method, List.of(parameters), result);
    }
}
