# The reference model of 8 guarantors in SimPy: a process for each act, one for each phase. Prints runs a second of processor time.
import random, sys, time
import simpy
N, P = 8, 0.8
def act(env, rng, window, done, acted):
    if rng.random() < P:
        yield env.timeout(rng.random() * window)
        acted.append(env.now)
        if len(acted) == N: done.succeed()
def phase(env, rng, window):
    done, acted = env.event(), []
    for _ in range(N): env.process(act(env, rng, window, done, acted))
    yield done | env.timeout(window)
    return acted
def guarantee(env, rng, out):
    yield env.process(phase(env, rng, 24))
    ballots = yield env.process(phase(env, rng, 24))
    if len(ballots) * 3 < 2 * N: return
    helped = yield env.process(phase(env, rng, 48))
    out.append(len(helped))
def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    rng = random.Random(1); enough = 0
    begun = time.process_time()
    for _ in range(runs):
        out = []
        env = simpy.Environment()
        env.process(guarantee(env, rng, out))
        env.run()
        enough += bool(out) and out[0] >= 7
    took = time.process_time() - begun
    print('runs=%d p=%.4f runs/s=%.0f' % (runs, enough / runs, runs / took))
main()
