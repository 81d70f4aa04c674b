package io.foyer.hub.web.login;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes people's passwords with argon2id (RFC 9106; 19 MiB, 2 passes, 1 lane as OWASP's password storage sheet asks).
 * One thread hashes, so guesses from many places take this thread and not the doors' core. Where too many wait, the hub
 * refuses at once with {@link RejectedExecutionException}: strangers beyond {@link #MOST_STRANGERS}, known browsers
 * beyond {@link #MOST_WAITING}. So known browsers still come through.
 */
public final class Passwords {
    static final int MOST_STRANGERS = 16;
    static final int MOST_WAITING = 64;
    private static final int THREADS = 1;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** The hash of nobody's password. With it an unknown name takes as long as a wrong password. */
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1" + "$yAsqLi6Mnza8lCHtHAE4mg$lecnK+U5s8zw8KusQsxvoIwblW931LnvoYTEofdiI5g";

    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger waiting = new AtomicInteger();
    private final WorkerExecutor workers;

    public Passwords(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("foyer-passwords", THREADS);
    }

    public Future<String> hash(String password) {
        return run(MOST_WAITING, () -> {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return ARGON2ID.hash(bytes(password), salt).getResult();
        });
    }

    /**
     * True where the password fits the hash. Without a hash the answer takes as long and is false.
     *
     * @param stranger true where the browser has not logged in by this name before
     */
    public Future<Boolean> fits(String password, @Nullable String hash, boolean stranger) {
        String asked = hash == null ? NOBODY : hash;
        return run(stranger ? MOST_STRANGERS : MOST_WAITING, () -> {
            boolean fits = Argon2Function.getInstanceFromHash(asked).check(bytes(password), bytes(asked));
            return fits && hash != null;
        });
    }

    private <T> Future<T> run(int most, Callable<T> work) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return Future.failedFuture(new RejectedExecutionException("too many logins at once"));
        }
        return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
