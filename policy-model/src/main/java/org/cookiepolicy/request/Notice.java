package org.cookiepolicy.request;

import java.util.Collection;
import java.util.Set;

/**
 * What the visitor has been told before the access.
 *
 * @param given clear and comprehensive information was given
 * @param objectionOffered a simple and free means to object was offered
 * @param objectionLasts the visitor was told that an objection is kept for good
 * @param published content, recipient and purpose were made public
 * @param besideControl prominent information stands beside the control that the visitor used
 */
public record Notice(
        boolean given,
        boolean objectionOffered,
        boolean objectionLasts,
        boolean published,
        boolean besideControl) {
    /** Nothing was told. */
    public static final Notice NONE = new Notice(false, false, false, false, false);

    /**
     * Returns a notice of the given elements and no others.
     *
     * @param elements what was told, may be empty
     * @return the notice, not null
     */
    public static Notice of(NoticeElement... elements) {
        var told = Set.of(elements);
        return new Notice(
                told.contains(NoticeElement.GIVEN),
                told.contains(NoticeElement.OBJECTION_OFFERED),
                told.contains(NoticeElement.OBJECTION_LASTS),
                told.contains(NoticeElement.PUBLISHED),
                told.contains(NoticeElement.BESIDE_CONTROL));
    }

    /**
     * Returns whether an element was part of the notice.
     *
     * @param element the element, not null
     * @return true when the visitor was told so
     */
    public boolean has(NoticeElement element) {
        return switch (element) {
            case GIVEN -> given;
            case OBJECTION_OFFERED -> objectionOffered;
            case OBJECTION_LASTS -> objectionLasts;
            case PUBLISHED -> published;
            case BESIDE_CONTROL -> besideControl;
        };
    }

    /**
     * Returns whether all the elements were part of the notice.
     *
     * @param elements the elements, not null
     * @return true when every one was, hence for none
     */
    public boolean hasAll(Collection<NoticeElement> elements) {
        return elements.stream().allMatch(this::has);
    }

    /**
     * Returns whether any of the elements was part of the notice.
     *
     * @param elements the elements, not null
     * @return true when at least one was
     */
    public boolean hasAny(Collection<NoticeElement> elements) {
        return elements.stream().anyMatch(this::has);
    }
}
