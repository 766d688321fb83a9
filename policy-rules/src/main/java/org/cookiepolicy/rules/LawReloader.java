package org.cookiepolicy.rules;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Tokens;

/**
 * Holds an engine and replaces it whole when the law changes, while decisions go on.
 *
 * <p>A new law is loaded and checked to its end before anybody sees it. It replaces the old one in
 * one step, or it is refused and the old one stays. Whoever took {@link #current()} before goes on
 * with the old law; take it once for what has to be decided under one law, such as the cookies of
 * one page.
 *
 * <p>Starts no thread and reads no clock: a service calls {@link #reloadIfChanged()} as often as it
 * likes. Thread-safe; one reload at a time, the others wait, decisions never do.
 */
public final class LawReloader {
    private static final Logger LOG = System.getLogger(LawReloader.class.getName());

    private final LawSource source;
    private final List<Suite> suites;
    private final List<Consumer<LawEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile PolicyEngine engine;

    /** What was read from the source last, whether it was taken or refused. */
    private String seen;

    private boolean telling;

    private LawReloader(LawSource source, List<Suite> suites, PolicyEngine engine, String seen) {
        this.source = source;
        this.suites = List.copyOf(suites);
        this.engine = engine;
        this.seen = seen;
    }

    /**
     * Loads a law for the first time. Nothing could stay in its place, so what would be refused
     * later is an error now.
     *
     * @param source where the law is read from, now and by {@link #reloadIfChanged()}; not null
     * @param suites scenarios that a law has to pass, each of them, before it is taken; may be
     *     empty
     * @return the reloader, not null
     * @throws IOException when the law cannot be read
     * @throws DocumentException with everything that is wrong with it
     */
    public static LawReloader load(LawSource source, List<Suite> suites) throws IOException {
        List<LawFile> files = source.read();
        return new LawReloader(source, suites, check(files, suites), PolicyEngine.version(files));
    }

    /**
     * Returns the engine with the law that holds now.
     *
     * @return the engine, not null
     */
    public PolicyEngine current() {
        return engine;
    }

    /**
     * Lets somebody know of everything that comes of reloading. Listeners are called one after the
     * other by the thread that reloads, in the order of the events. What one throws is logged and
     * harms nobody; one that takes long delays the next reload and no decision. A listener must not
     * reload.
     *
     * @param listener who is told, not null
     */
    public void listen(Consumer<LawEvent> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Replaces the law.
     *
     * @param files register and rules, those of a house among them; not null
     * @return whether it was replaced or refused, not null
     */
    public LawEvent reload(List<LawFile> files) {
        List<LawFile> copy = List.copyOf(files);
        return serially(() -> attempt(() -> copy));
    }

    /**
     * Replaces the law by the whole law in a directory.
     *
     * @param directory the directory, not null
     * @return whether it was replaced or refused, not null; it is refused when it cannot be read
     */
    public LawEvent reload(Path directory) {
        LawSource law = LawSource.law(directory);
        return serially(() -> attempt(law));
    }

    /**
     * Reads the source again, and replaces the law when the source says something else than the
     * last time it was read. What was refused is not tried again until it changes. Contents are
     * compared, no times of files.
     *
     * <p>Change a directory in one step, by a link or by renaming it: a directory read in the
     * middle of a change may hold a law that nobody wrote.
     *
     * @return whether another law holds now; false when nothing changed, or it was refused, of
     *     which listeners learn
     */
    public boolean reloadIfChanged() {
        return serially(
                () -> {
                    List<LawFile> files;
                    try {
                        files = source.read();
                    } catch (IOException | DocumentException e) {
                        tell(new LawEvent.Refused(engine.lawVersion(), problems(e)));
                        return false;
                    }
                    String version = PolicyEngine.version(files);
                    if (version.equals(seen)) {
                        return false;
                    }
                    seen = version;
                    return attempt(() -> files) instanceof LawEvent.Replaced;
                });
    }

    /** What runs while nobody else reloads. */
    private interface Step<T> {
        T run();
    }

    private <T> T serially(Step<T> step) {
        reloading.lock();
        try {
            if (telling) {
                throw new IllegalStateException("a listener must not reload the law");
            }
            return step.run();
        } finally {
            reloading.unlock();
        }
    }

    private LawEvent attempt(LawSource law) {
        PolicyEngine old = engine;
        LawEvent event;
        try {
            PolicyEngine checked = check(law.read(), suites);
            engine = checked;
            event = new LawEvent.Replaced(old.lawVersion(), checked.lawVersion());
        } catch (IOException | RuntimeException e) {
            // Whatever went wrong, the old law stays; an error of ours must not take it away.
            event = new LawEvent.Refused(old.lawVersion(), problems(e));
        }
        tell(event);
        return event;
    }

    private void tell(LawEvent event) {
        telling = true;
        try {
            for (Consumer<LawEvent> listener : listeners) {
                tell(listener, event);
            }
        } finally {
            telling = false;
        }
    }

    private static void tell(Consumer<LawEvent> listener, LawEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.log(Level.WARNING, "a listener failed on being told of the law", e);
        }
    }

    private static PolicyEngine check(List<LawFile> files, List<Suite> suites) {
        PolicyEngine engine = PolicyEngine.load(files);
        List<Problem> failures = new ArrayList<>();
        for (Suite suite : suites) {
            for (Scenario scenario : suite.scenarios()) {
                ScenarioResult result = ScenarioResult.of(engine, suite, scenario);
                if (!result.passed()) {
                    failures.add(failure(suite, result));
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new DocumentException(failures);
        }
        return engine;
    }

    private static Problem failure(Suite suite, ScenarioResult result) {
        String expected = Tokens.of(result.scenario().expect().outcome());
        String message =
                result.problem()
                        .orElseGet(
                                () ->
                                        "the scenario expects "
                                                + expected
                                                + ", the law says "
                                                + Tokens.of(result.outcome().orElseThrow())
                                                + differences(result));
        return new Problem(suite.suite(), Position.NONE, result.scenario().id(), message, null);
    }

    private static String differences(ScenarioResult result) {
        return result.differences().entrySet().stream()
                .map(
                        e ->
                                ", "
                                        + e.getKey().replace('-', ' ')
                                        + ": "
                                        + String.join(", ", e.getValue()))
                .collect(Collectors.joining());
    }

    private static List<Problem> problems(Exception e) {
        if (e instanceof DocumentException refused) {
            return refused.problems();
        }
        String message =
                (e instanceof IOException ? "the law cannot be read: " : "the law cannot be used: ")
                        + e;
        return List.of(new Problem("law", Position.NONE, "", message, null));
    }
}
