package org.cookiepolicy.law;

/** A layer of law; every layer that applies must pass. */
public enum Layer {
    /** Access to the terminal equipment, whether or not personal data are involved. */
    DEVICE,
    /** A basis for processing personal data, sensitive data included. */
    PERSONAL_DATA,
    /**
     * Sale, sharing and targeted advertising in the sense of US state law, and opt-outs from them.
     */
    SALE,
    /** The protection of children and adolescents. */
    MINORS,
    /** Personal data leaving for another country. */
    TRANSFER
}
