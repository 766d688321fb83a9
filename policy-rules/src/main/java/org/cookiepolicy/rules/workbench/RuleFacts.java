package org.cookiepolicy.rules.workbench;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.rules.drl.RuleFile.Rule;

/**
 * What some rules read of the facts of a request.
 *
 * @param members what they ask of facts and of their parts, such as {@code Visitor.age}
 * @param constants the constants, numbers and texts that they name
 */
record RuleFacts(Set<String> members, Set<Object> constants) {
    /**
     * Facts of which not every member is covered. What rules ask of the others, provisions ask as
     * well, or it is a class of the choice or of the notice.
     */
    private static final Set<String> IN_PART = Set.of("Cookie", "Recipient", "Signals", "Visitor");

    /** Members of these of which every class of values is tried. */
    private static final Set<String> COVERED =
            Set.of(
                    "Cookie.canBeDisabled",
                    "Cookie.party",
                    "Cookie.personalData",
                    "Cookie.purposes",
                    "Cookie.recipients",
                    "Cookie.safeguards",
                    "Cookie.sensitiveData",
                    "Cookie.soldOrShared",
                    "Cookie.technology",
                    "Recipient.exchangeForValue",
                    "Recipient.linksToKnownPerson",
                    "Recipient.receives",
                    "Recipient.reusesData",
                    "Recipient.role",
                    "Recipient.sharesIdentifierAcrossSites",
                    "Signals.dnt",
                    "Signals.gpc",
                    "Visitor.account",
                    "Visitor.actions",
                    "Visitor.age",
                    "Visitor.parentalConsent",
                    "Visitor.vulnerable");

    RuleFacts {
        members = Set.copyOf(members);
        constants = Set.copyOf(constants);
    }

    /** What some rules read. */
    static RuleFacts of(Collection<Rule> rules) {
        Set<String> members = new TreeSet<>();
        Set<Object> constants = new HashSet<>();
        for (Rule rule : rules) {
            rule.reads().members().forEach(method -> members.add(name(method)));
            constants.addAll(rule.reads().constants());
        }
        return new RuleFacts(members, constants);
    }

    /** How rules spell what they ask of a fact, after its type. */
    private static String name(Method method) {
        String name = method.getName();
        int from = name.matches("get[A-Z].*") ? 3 : name.matches("is[A-Z].*") ? 2 : 0;
        String property =
                from == 0
                        ? name
                        : name.substring(from, from + 1).toLowerCase(Locale.ROOT)
                                + name.substring(from + 1);
        return method.getDeclaringClass().getSimpleName() + "." + property;
    }

    /** Whether one of some members is asked for. */
    boolean ask(String... some) {
        return Stream.of(some).anyMatch(members::contains);
    }

    /** Whether anything is asked of facts of a type. */
    boolean askOf(String type) {
        return members.stream().anyMatch(member -> member.startsWith(type + "."));
    }

    /** The constants of an enum that are named. */
    <E extends Enum<E>> Set<E> named(Class<E> type) {
        return constants.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toSet());
    }

    /** What is asked for of which some values only are tried. */
    Set<String> uncovered() {
        return members.stream()
                .filter(member -> IN_PART.contains(member.substring(0, member.indexOf('.'))))
                .filter(member -> !COVERED.contains(member))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
