#!/usr/bin/env bash
# namespaces.sh PROGRAM FOLDER: one sweep over two hosts made of network namespaces, each with an address and a host name of
# its own, joined by a pair of virtual cables and nothing else. The same bits as on one machine; then a host is lost on the way.
# Exit code 77 where this machine can't make such hosts.
set -eu
program=$1 folder=$2
skip() { echo "skipped: $1"; exit 77; }
[ "$(id -u)" = 0 ] || skip "needs root, to make network namespaces"
command -v ip >/dev/null || skip "needs iproute2"
command -v mpirun >/dev/null || skip "needs mpirun"
"$program" --version | grep -q "with MPI" || skip "swadaya was built without MPI"
a=swa$$a b=swa$$b
ip netns add "$a" 2>/dev/null || skip "needs CAP_NET_ADMIN, to make network namespaces"
trap 'ip netns del "$a"; ip netns del "$b"' EXIT
ip netns add "$b"
ip link add va$$ netns "$a" type veth peer name vb$$ netns "$b"
for end in "$a va$$ 10.77.0.1" "$b vb$$ 10.77.0.2"; do
  set -- $end
  ip -n "$1" link set lo up
  ip -n "$1" link set "$2" up
  ip -n "$1" addr add "$3/24" dev "$2"
done

rm -rf "$folder"
mkdir -p "$folder"
# In place of ssh: what Open MPI would start on a host runs in its namespace, under its name.
cat >"$folder/agent" <<END
#!/usr/bin/env bash
host=\$1
shift
case \$host in 10.77.0.1) name=$a ;; *) name=$b ;; esac
exec ip netns exec \$name unshare --uts bash -c 'hostname "\$1"; shift; exec bash -c "\$*"' - "\$name" "\$@"
END
chmod +x "$folder/agent"
cat >"$folder/points.toml" <<'END'
[time]
months = 24
[world]
rw_per_ward = 1
rt_per_rw = 2
[experiment]
replicates = 6
[sweep.parameters]
"lending.norm" = { low = 0, high = 1, steps = 40 }
END
across() {
  ip netns exec "$a" unshare --uts bash -c 'hostname "$1"; shift; exec "$@"' - "$a" \
    mpirun --allow-run-as-root --host 10.77.0.1:1,10.77.0.2:1 -n 2 --mca plm_rsh_agent "$folder/agent" --mca plm rsh \
    --mca btl tcp,self --mca btl_tcp_if_include 10.77.0.0/24 --mca oob_tcp_if_include 10.77.0.0/24 "$@"
}
same() { cmp "$folder/$1/sweep.csv" "$folder/$2/sweep.csv" && cmp "$folder/$1/series.csv" "$folder/$2/series.csv"; }

"$program" sweep "$folder/points.toml" --quiet --out "$folder/alone" >/dev/null
across "$program" sweep "$folder/points.toml" --threads 1 --out "$folder/both" >"$folder/both.txt" 2>&1 ||
  { cat "$folder/both.txt"; exit 1; }
grep -q "2 processes on 2 machines" "$folder/both.txt" || { cat "$folder/both.txt"; exit 1; }
same alone both

# What runs on the second host is killed while both work.
across "$program" sweep "$folder/points.toml" --replicates 150 --threads 1 --quiet --out "$folder/lost" \
  >"$folder/lost.txt" 2>&1 &
run=$!
for _ in $(seq 300); do
  [ -s "$folder/lost/results.db-wal" ] && break
  sleep 0.1
done
sleep 1
for pid in $(ip netns pids "$b"); do
  [ "$(readlink "/proc/$pid/exe")" = "$(readlink -f "$program")" ] && kill -9 "$pid"
done
ended=0
wait $run || ended=$?
[ "$ended" != 0 ] || { echo "ended well without its second host"; cat "$folder/lost.txt"; exit 1; }
"$program" sweep "$folder/points.toml" --replicates 150 --quiet --out "$folder/never-lost" >/dev/null
across "$program" resume "$folder/lost" --threads 1 --quiet >"$folder/resumed.txt" 2>&1 ||
  { cat "$folder/resumed.txt"; exit 1; }
same never-lost lost
echo "the same bits across hosts; a host that is lost ends the run with exit code $ended, and resume finishes it"
