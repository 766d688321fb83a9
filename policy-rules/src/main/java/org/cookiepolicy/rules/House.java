package org.cookiepolicy.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;

/**
 * What keeps the rules of a house apart from those of the law.
 *
 * <p>Rules of the house stand in a package of their own and speak to {@link HouseFindings}, which
 * knows no word that allows anything; {@link RuleBase#HOUSE_VOCABULARY} sees to both.
 */
final class House {
    /** What the ids of provisions and groups of a house begin with, and those of the law never. */
    static final String PREFIX = "house.";

    /** The package of the rules of a house. */
    static final String PACKAGE = "org.cookiepolicy.law.house";

    /** The one global of the rules of a house. */
    static final String GLOBAL = "houseFindings";

    private House() {}

    /** Files with the name of another: decisions and problems could not tell them apart. */
    static List<Problem> check(List<LawFile> files) {
        Map<String, String> taken = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<LawFile> lawFirst =
                files.stream()
                        .sorted((a, b) -> Boolean.compare(a.isOfHouse(), b.isOfHouse()))
                        .toList();
        for (LawFile file : lawFirst) {
            String whose = file.isOfHouse() ? "the house" : "the law";
            String first = taken.putIfAbsent(file.name(), whose);
            if (first != null) {
                String message = "the name is taken by a file of " + first;
                problems.add(new Problem(file.name(), new Position(1, 1), "", message, null));
            }
        }
        return problems;
    }
}
