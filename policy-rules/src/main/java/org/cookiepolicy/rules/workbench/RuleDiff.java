package org.cookiepolicy.rules.workbench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.rules.Law;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.drl.RuleFile;
import org.cookiepolicy.rules.drl.RuleFile.Pattern;
import org.cookiepolicy.rules.drl.RuleFile.Rule;

/**
 * The rules by which two laws differ, as they are understood: without comments, in any order, and
 * however they are laid out.
 */
final class RuleDiff {
    /** The rules that only one of the laws has, by their text. */
    private final Map<String, Rule> differing;

    /** The rules of a house of either law, which may hide a difference of anything. */
    private final Map<String, Rule> house;

    private RuleDiff(Map<String, Rule> differing, Map<String, Rule> house) {
        this.differing = differing;
        this.house = house;
    }

    /**
     * Compares the rules of two laws.
     *
     * @throws DocumentException with everything that is wrong with the rules of one of them
     */
    static RuleDiff between(List<LawFile> before, List<LawFile> after) {
        Map<String, Rule> old = rules(before);
        Map<String, Rule> young = rules(after);
        Map<String, Rule> differing = new TreeMap<>(old);
        differing.putAll(young);
        differing.keySet().removeIf(text -> old.containsKey(text) && young.containsKey(text));
        Map<String, Rule> house = rules(ofHouse(before));
        house.putAll(rules(ofHouse(after)));
        return new RuleDiff(differing, house);
    }

    private static List<LawFile> ofHouse(List<LawFile> files) {
        return files.stream().filter(LawFile::isOfHouse).toList();
    }

    private static Map<String, Rule> rules(List<LawFile> files) {
        Map<String, Rule> rules = new TreeMap<>();
        for (RuleFile file : PolicyEngine.rules(files.stream().filter(LawFile::isRules).toList())) {
            file.rules().forEach(rule -> rules.put(rule.text(), rule));
        }
        return rules;
    }

    /** Whether both laws have the same rules. */
    boolean areSame() {
        return differing.isEmpty();
    }

    /** The names of the rules that differ, in order. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        differing.values().forEach(rule -> names.add(rule.name()));
        return names;
    }

    /** What the rules that differ read, and those of a house. */
    RuleFacts facts() {
        Map<String, Rule> reading = new TreeMap<>(house);
        reading.putAll(differing);
        return RuleFacts.of(reading.values());
    }

    /** Whether a rule that differs may be about a provision, given as what rules see of it. */
    boolean mayRead(List<Law> provision) {
        return differing.values().stream()
                .flatMap(rule -> rule.patterns().stream())
                .anyMatch(pattern -> provision.stream().anyMatch(pattern::mayMatch));
    }

    /** Whether a rule that differs may fire where these laws apply and no others. */
    boolean mayFire(Collection<Law> laws) {
        Predicate<Pattern> met =
                pattern ->
                        pattern.isDenied()
                                || pattern.fact() != Law.class
                                || laws.stream().anyMatch(pattern::mayMatch);
        return differing.values().stream().anyMatch(rule -> rule.patterns().stream().allMatch(met));
    }
}
