package org.cookiepolicy.rules.planted;

import org.cookiepolicy.io.json.Json;
import tools.jackson.databind.JsonNode;

/** Breaks the rules that Jackson stays in the formats and that the engine does not know them. */
public interface UsesJackson {
    /** A tree of the format. */
    JsonNode tree(Json json);
}
