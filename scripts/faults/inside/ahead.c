/* A process whose clock is ahead of the wall's, by the seconds that the file in FAULTS_CLOCK says.

   Loaded by LD_PRELOAD. Time that is measured, not told (CLOCK_MONOTONIC, sleeps), stays as it is. */
#define _GNU_SOURCE
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define BILLION 1000000000LL
#define READ_EVERY (BILLION / 10)

static _Atomic long long ahead, read_at;

static long long nanoseconds(clockid_t id) {
    struct timespec now;
    syscall(SYS_clock_gettime, id, &now);
    return now.tv_sec * BILLION + now.tv_nsec;
}

static long long told(void) {
    long long now = nanoseconds(CLOCK_MONOTONIC);
    if (read_at && now - read_at < READ_EVERY)
        return ahead;
    read_at = now;
    const char *path = getenv("FAULTS_CLOCK");
    FILE *file = path ? fopen(path, "re") : NULL;
    double seconds;
    if (file) {
        if (fscanf(file, "%lf", &seconds) == 1)
            ahead = (long long)(seconds * 1e9);
        fclose(file);
    }
    return ahead;
}

static int is_the_walls(clockid_t id) {
    return id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE;
}

int clock_gettime(clockid_t id, struct timespec *now) {
    long failed = syscall(SYS_clock_gettime, id, now);
    if (failed || !is_the_walls(id))
        return (int)failed;
    long long all = now->tv_sec * BILLION + now->tv_nsec + told();
    now->tv_sec = all / BILLION;
    now->tv_nsec = all % BILLION;
    return 0;
}

int gettimeofday(struct timeval *now, void *zone) {
    (void)zone;
    long long all = nanoseconds(CLOCK_REALTIME) + told();
    now->tv_sec = all / BILLION;
    now->tv_usec = all % BILLION / 1000;
    return 0;
}

time_t time(time_t *now) {
    time_t seconds = (nanoseconds(CLOCK_REALTIME) + told()) / BILLION;
    if (now)
        *now = seconds;
    return seconds;
}
