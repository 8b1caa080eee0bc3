// etosDelegation(timeoutMinutes: 360, policy: '/etc/etos/policy.json', …): the delegation job. Runs the container that the parameter `docker` of the
// build asks for, shows its output, leaves nothing behind. See etosDelegation.txt. Options, and what it may ask for, are the runner's business.

void call(Map options = [:]) {
  String folder = "${pwd(tmp: true)}/etos-${UUID.randomUUID()}"
  String programs = options.programs ?: folder
  if (programs != folder && !fileExists("${programs}/etos-runner.mjs")) error "etosDelegation: programs is ${programs}, where this build node has no etos-runner.mjs"
  String parameter = options.parameter ?: 'docker'
  String minutes = options.timeoutMinutes ?: '360'
  // The parameter is a variable of every process, in two spellings: full of secrets, and longer than some systems let a process start with.
  withEnv(["ETOS_PROGRAMS=${programs}", "ETOS_STEP=${folder}", "ETOS_DELEGATION=${UUID.randomUUID()}", "${parameter}=", "${parameter.toUpperCase()}="]) {
    withCredentials(bindings(options.credentials)) {
      try {
        writeFile file: "${folder}/parameter.json", text: params[parameter] ?: '', encoding: 'UTF-8'
        writeFile file: "${folder}/options.json", text: groovy.json.JsonOutput.toJson(told(options)), encoding: 'UTF-8'
        if (programs == folder) {
          for (String name in ['etos-runner.mjs', 'etos-undici.cjs']) {
            writeFile file: "${folder}/${name}", text: libraryResource("etos/${name}"), encoding: 'UTF-8'
          }
        }
        // What is no number of minutes is refused by the runner, at once.
        timeout(time: minutes.matches('[1-9][0-9]{0,5}') ? minutes.toInteger() : 360, unit: 'MINUTES') {
          // `exec`: an abort must reach the runner itself, which then stops the container.
          int code = sh label: 'Delegation', returnStatus: true, script: 'exec node "$ETOS_PROGRAMS/etos-runner.mjs" jenkins "$ETOS_STEP"'
          judge(code, fileExists("${folder}/reason") ? readFile(file: "${folder}/reason", encoding: 'UTF-8') : '')
        }
      } finally {
        if (fileExists("${programs}/etos-runner.mjs"))
          sh label: 'Clean-up', returnStatus: true, script: 'exec node "$ETOS_PROGRAMS/etos-runner.mjs" cleanup --run "$ETOS_DELEGATION"'
        dir(folder) { deleteDir() }
      }
    }
  }
}

private void judge(int code, String reason) {
  if (reason) error "${reason} (exit code ${code})"
  if (code == 1) unstable 'The test runner ended with exit code 1: tests failed, or it told so'
  else if (code < 0) error "The container could not be run, or Jenkins lost sight of it (exit code ${code})"
  else if (code == 127) error "Exit code ${code}: is Node.js 20.19 or newer on the PATH of this build node? Or the container ended so: see the log"
  else if (code != 0) error "The container ended with exit code ${code}"
}

/** Bindings of one's own are none of the runner's business. */
private Map told(Map options) {
  return options.findAll { String name, value -> name != 'credentials' || !(value instanceof List) }
}

/** What is not understood here, the runner refuses. */
private List bindings(Object credentials) {
  if (!(credentials instanceof Map)) return credentials instanceof List ? credentials : []
  return credentials.findAll { kind, id -> kind == 'registry' && id }.collect { kind, id -> string(credentialsId: id, variable: 'DOCKER_AUTH_CONFIG') }
}
