#!/bin/sh
# Stands in for the image codercom/code-server: the same arguments, variables, port and answers, but no editor. Like
# the real one it fails where its home cannot be written to. Called with 'connection', it serves one connection of nc.
serve() {
  auth='' bind=''
  while [ $# -gt 0 ]; do
    case $1 in
      --auth) auth=$2; shift 2 ;;
      --bind-addr) bind=$2; shift 2 ;;
      *) shift ;;
    esac
  done
  [ "$auth" = password ] && [ -n "${PASSWORD:-}" ] || { echo 'error: needs --auth password and PASSWORD' >&2; exit 1; }
  mkdir -p "$HOME/.config/code-server" 2>/dev/null || { echo "error: EACCES: permission denied, mkdir '$HOME/.config'" >&2; exit 1; }
  echo "HTTP server listening on http://$bind/"
  nc -ll -p "${bind##*:}" -e /usr/bin/entrypoint.sh connection &
  trap 'kill $!; exit 0' TERM INT
  wait $!
}

answer() { # STATUS BODY [HEADER]
  printf 'HTTP/1.1 %s\r\n%bContent-Length: %s\r\nConnection: close\r\n\r\n%s' "$1" "${3:+$3\r\n}" "${#2}" "$2"
}

connection() {
  session=$(printf %s "$PASSWORD" | sha1sum | cut -d' ' -f1)
  key='' length=0 cookie='' cr=$(printf '\r')
  read -r method path _
  while read -r line; do
    line=${line%"$cr"}
    [ -n "$line" ] || break
    case $line in
      [Ss]ec-[Ww]eb[Ss]ocket-[Kk]ey:*) key=${line#*: } ;;
      [Cc]ontent-[Ll]ength:*) length=${line#*: } ;;
      [Cc]ookie:*) cookie=${line#*: } ;;
    esac
  done
  case $method:$path in
    *:/healthz*) answer '200 OK' '{"status":"expired","lastHeartbeat":0}' ;;
    POST:/login*)
      if [ "$(head -c "$length")" = "password=$PASSWORD" ]; then
        answer '302 Found' '' "Location: ./\r\nSet-Cookie: key=$session; Path=/"
      else
        answer '200 OK' 'Incorrect password'
      fi ;;
    *:/login*) answer '200 OK' 'Welcome to code-server. Password was set from $PASSWORD.' ;;
    *)
      if [ "$cookie" != "key=$session" ]; then
        answer '302 Found' '' 'Location: ./login'
      elif [ -n "$key" ]; then
        accept=$(printf '%s258EAFA5-E914-47DA-95CA-C5AB0DC85B11' "$key" | sha1sum | cut -d' ' -f1 | xxd -r -p | base64)
        printf 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n' "$accept"
        printf '\201\005hello'
        sleep 60
      else
        answer '200 OK' "files: $(ls "$HOME")"
      fi ;;
  esac
}

case ${1:-} in
  connection) connection ;;
  *) serve "$@" ;;
esac
