#!/bin/sh
# Runs a command beside a PostgreSQL cluster of its own, whose address the command finds in ENHET_TEST_POSTGRES.
#
#   sh crates/testkit/cluster.sh COMMAND...
#
# The cluster lives in a temporary folder, is reached by a socket there (so no port is taken), never waits
# for the disk (unless ENHET_CLUSTER=durable), and is gone when the command ends. It sorts as a Swedish server
# may: a query that leans on the server's order of letters is found here and not in a municipality.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb || echo /none/initdb)")
[ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed: run bin/setup" >&2; exit 69; }

# initdb and postgres refuse to run as root.
server() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
    else
        "$@"
    fi
}

dir=$(mktemp -d -t enhet-postgres.XXXXXX)
stop() {
    (cd / && server "$bin/pg_ctl" -D "$dir/data" -m immediate stop) >/dev/null 2>&1 || true
    rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

hasty='-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum_naptime=10min'
[ "${ENHET_CLUSTER:-}" != durable ] || hasty=

chmod 755 "$dir"
if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
# In one chain: a group beside || does not stop at the first that fails.
{
    cd "$dir" &&
    server "$bin/initdb" -D "$dir/data" -U postgres --auth=trust --encoding=UTF8 --no-sync \
        --locale=C.UTF-8 --locale-provider=icu --icu-locale=sv-SE &&
    server "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 -o "-c listen_addresses='' \
        -c unix_socket_directories='$dir' -c max_connections=300 $hasty" start &&
    cd - >/dev/null
} >"$dir.out" 2>&1 || { cat "$dir.out" "$dir/log" >&2 || true; rm -f "$dir.out"; exit 70; }
rm -f "$dir.out"

ENHET_TEST_POSTGRES="postgres://postgres@$(echo "$dir" | sed 's|/|%2F|g')/postgres"
export ENHET_TEST_POSTGRES
"$@"
