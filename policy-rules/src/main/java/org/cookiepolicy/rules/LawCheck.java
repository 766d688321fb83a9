package org.cookiepolicy.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.rules.drl.RuleFile;
import org.cookiepolicy.rules.drl.RuleReader;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Checks a law as a whole: everything for which it would not be loaded, and beyond that what is
 * surely not meant, such as a rule that no provision makes fire and a provision that no rule reads.
 */
public final class LawCheck {
    private LawCheck() {}

    /**
     * Checks a law, and the rules of a house where they are among the files.
     *
     * @param files register and rules, not empty
     * @return what is wrong, file by file; empty when nothing is
     */
    public static List<Problem> check(List<LawFile> files) {
        return faults(files).stream().map(LawFault::problem).toList();
    }

    /**
     * Checks a law as {@link #check} does, and says of each problem what it is.
     *
     * @param files register and rules, not empty
     * @return what is wrong, file by file; empty when nothing is
     */
    public static List<LawFault> faults(List<LawFile> files) {
        RegisterReader reader =
                RegisterReader.of(files.stream().filter(file -> !file.isRules()).toList());
        RuleReader.Result rules = RuleBase.read(files.stream().filter(LawFile::isRules).toList());
        List<LawFault> faults = new ArrayList<>(of(LawFault.Type.FILE, House.check(files)));
        faults.addAll(of(LawFault.Type.REGISTER, reader.problems()));
        faults.addAll(of(LawFault.Type.RULES, rules.problems()));
        if (reader.problems().isEmpty()) {
            Register register = reader.register();
            faults.addAll(faults(register, reader));
            if (rules.files().isEmpty()) {
                String first = files.get(0).name();
                Problem none = problem(first, new Position(1, 1), "the law has no rules");
                faults.add(new LawFault(LawFault.Type.RULES, none));
            } else if (rules.problems().isEmpty()) {
                List<ProvisionAsLaws> laws =
                        register.provisions().stream().map(p -> laws(p, register)).toList();
                faults.addAll(of(LawFault.Type.NEVER_MET, silent(rules.files(), laws)));
                faults.addAll(of(LawFault.Type.NEVER_READ, unread(rules.files(), laws, reader)));
            }
        }
        return faults.stream()
                .sorted(
                        Comparator.comparing((LawFault fault) -> fault.problem().file())
                                .thenComparing(fault -> fault.problem().position()))
                .toList();
    }

    private static List<LawFault> of(LawFault.Type type, List<Problem> problems) {
        return problems.stream().map(problem -> new LawFault(type, problem)).toList();
    }

    private static Problem problem(String file, Position position, String message) {
        return new Problem(file, position, "", message, null);
    }

    /** Days without law, and laws that contradict each other. */
    private static List<LawFault> faults(Register register, RegisterReader reader) {
        return RegisterCheck.check(register, Jurisdiction.all()).stream()
                .map(fault -> fault(fault, register, reader))
                .toList();
    }

    private static LawFault fault(
            RegisterCheck.Fault fault, Register register, RegisterReader reader) {
        return switch (fault.type()) {
            case GAP -> new LawFault(LawFault.Type.GAP, gap(fault, register, reader));
            case OVERLAP -> new LawFault(LawFault.Type.OVERLAP, overlap(fault, register, reader));
            case STAND_IN -> new LawFault(LawFault.Type.STAND_IN, standIn(fault, register, reader));
            case UNDEFINED_CONSENT ->
                    new LawFault(
                            LawFault.Type.UNDEFINED_CONSENT,
                            reader.problem(fault.provisions().get(0), "kind", fault.toString()));
        };
    }

    /** It stands where the law of the place begins, and says where that of the group is to end. */
    private static Problem standIn(
            RegisterCheck.Fault fault, Register register, RegisterReader reader) {
        Group group =
                register.groups().stream()
                        .filter(one -> one.id().equals(fault.provisions().get(1)))
                        .findFirst()
                        .orElseThrow();
        String stands = "";
        for (int i = 0; i < group.members().size(); i++) {
            Group.Member member = group.members().get(i);
            if (member.place().code().equals(fault.place()) && member.isMemberOn(fault.day())) {
                stands = register.source(group, i).map(source -> " at " + source).orElse("");
            }
        }
        String mend = "; end the membership" + stands + " with `until: " + fault.day() + "`";
        return reader.problem(fault.provisions().get(0), "from", fault + mend);
    }

    /** An overlap stands where the later law begins, and says where the earlier one is to end. */
    private static Problem overlap(
            RegisterCheck.Fault fault, Register register, RegisterReader reader) {
        Provision earlier =
                register.provisions().stream()
                        .filter(provision -> provision.id().equals(fault.provisions().get(0)))
                        .findFirst()
                        .orElseThrow();
        String stands = register.source(earlier).map(source -> " at " + source).orElse("");
        String mend =
                earlier.from().equals(fault.day())
                        ? "keep one of them; `" + earlier.id() + "` stands" + stands
                        : "end `"
                                + earlier.id()
                                + "`"
                                + stands
                                + " with `until: "
                                + fault.day()
                                + "`";
        return reader.problem(fault.provisions().get(1), "from", fault + "; " + mend);
    }

    /**
     * A gap stands where a provision ends or begins at its end, or else where the law of the place
     * begins. Where the law says nothing of the place, it stands where the law claims to.
     */
    private static Problem gap(
            RegisterCheck.Fault fault, Register register, RegisterReader reader) {
        String home = register.home(Jurisdiction.of(fault.place())).code();
        List<Provision> own =
                register.provisions().stream()
                        .filter(provision -> provision.places().contains(home))
                        .toList();
        List<Provision> within =
                own.stream()
                        .filter(provision -> provision.layers().contains(fault.layer()))
                        .toList();
        Optional<Provision> ended =
                within.stream()
                        .filter(p -> p.until().filter(fault.day()::equals).isPresent())
                        .findFirst();
        if (ended.isPresent()) {
            return reader.problem(ended.get().id(), "until", fault.toString());
        }
        Optional<Provision> begun =
                within.stream()
                        .filter(p -> fault.until().filter(p.from()::equals).isPresent())
                        .findFirst();
        if (begun.isPresent()) {
            return reader.problem(begun.get().id(), "from", fault.toString());
        }
        // A place that is covered has a provision of its own, or its parts or its country have.
        return own.stream()
                .findFirst()
                .or(() -> register.provisions().stream().filter(p -> isNear(p, home)).findFirst())
                .map(first -> reader.problem(first.id(), "places", fault.toString()))
                .orElseGet(() -> reader.everywhere(fault.toString()));
    }

    private static boolean isNear(Provision provision, String place) {
        String country = Jurisdiction.of(place).country().code();
        return provision.places().stream()
                .anyMatch(code -> code.equals(country) || code.startsWith(country + "-"));
    }

    /** What rules may get to see of a provision. */
    private record ProvisionAsLaws(Provision provision, List<Law> laws) {}

    private static ProvisionAsLaws laws(Provision provision, Register register) {
        return new ProvisionAsLaws(provision, register.asLaws(provision));
    }

    /** Conditions on the law that no provision meets. */
    private static List<Problem> silent(List<RuleFile> files, List<ProvisionAsLaws> laws) {
        List<Problem> problems = new ArrayList<>();
        for (RuleFile file : files) {
            for (RuleFile.Rule rule : file.rules()) {
                for (RuleFile.Pattern pattern : rule.patterns()) {
                    boolean met =
                            pattern.fact() != Law.class
                                    || laws.stream().anyMatch(some -> matches(pattern, some));
                    if (!met) {
                        String message =
                                pattern.isDenied()
                                        ? "no provision of the register is such a `Law`, so that"
                                                + " `not` is always true"
                                        : "the rule never fires: no provision of the register is"
                                                + " such a `Law`";
                        problems.add(
                                new Problem(
                                        file.name(),
                                        pattern.position(),
                                        "",
                                        message,
                                        meantId(rule, laws)));
                    }
                }
            }
        }
        return problems;
    }

    /** The id that a rule surely means by one that no provision has; null where there is none. */
    private static @Nullable String meantId(RuleFile.Rule rule, List<ProvisionAsLaws> laws) {
        List<String> ids = laws.stream().map(some -> some.provision().id()).toList();
        return rule.reads().constants().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !ids.contains(text))
                .flatMap(text -> Tokens.nearest(text, ids).stream())
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /** Provisions that no rule looks at. */
    private static List<Problem> unread(
            List<RuleFile> files, List<ProvisionAsLaws> laws, RegisterReader reader) {
        List<RuleFile.Pattern> patterns =
                files.stream()
                        .flatMap(file -> file.rules().stream())
                        .flatMap(rule -> rule.patterns().stream())
                        .filter(pattern -> pattern.fact() == Law.class)
                        .toList();
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ProvisionAsLaws some : laws) {
            Provision provision = some.provision();
            boolean read = patterns.stream().anyMatch(pattern -> matches(pattern, some));
            if (!read && seen.add(provision.id())) {
                problems.add(
                        reader.problem(
                                provision.id(),
                                "kind",
                                "no rule reads the provision `"
                                        + provision.id()
                                        + "` of kind `"
                                        + Tokens.of(provision.kind())
                                        + "`"));
            }
        }
        return problems;
    }

    private static boolean matches(RuleFile.Pattern pattern, ProvisionAsLaws some) {
        return some.laws().stream().anyMatch(pattern::mayMatch);
    }
}
