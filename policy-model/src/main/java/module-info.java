/**
 * The facts a decision rests on, the vocabulary of the law, and the decision itself.
 *
 * <p>Records, enums and sealed types over the JDK alone; see the package descriptions for a map.
 */
module org.cookiepolicy.model {
    requires static transitive org.jspecify;

    exports org.cookiepolicy.decision;
    exports org.cookiepolicy.document;
    exports org.cookiepolicy.law;
    exports org.cookiepolicy.policy;
    exports org.cookiepolicy.request;
    exports org.cookiepolicy.scenario;
    exports org.cookiepolicy.value;
}
