// etosDelegation(timeoutMinutes: 360, policy: '/etc/etos/policy.json', …): the delegation job. Runs the container that the parameter `docker` of the
// build asks for, shows its output, leaves nothing behind. See etosDelegation.txt. What it may ask for is the runner's business (delegation policy).

void call(Map options = [:]) {
  List known = ['timeoutMinutes', 'policy', 'credentials', 'parameter', 'programs']
  String unknown = options.keySet().find { !(it in known) }
  String padded = "${unknown}    "
  String near = known.find { it.startsWith(padded.substring(0, 4)) }
  if (unknown) error "etosDelegation: there is no option \"${unknown}\"; expected ${known.join(', ')}${near ? ". Did you mean ${near}?" : ''}"
  String minutes = options.timeoutMinutes == null ? '360' : "${options.timeoutMinutes}"
  if (!(minutes ==~ /[1-9]\d{0,5}/)) error "etosDelegation: timeoutMinutes is \"${minutes}\"; expected a number of minutes, from 1"
  String parameter = options.parameter ?: 'docker'
  if (!params[parameter]) error "The build has no parameter \"${parameter}\", or it is empty: start it with /build and json=…, or /buildWithParameters"
  String folder = "${pwd(tmp: true)}/etos-${UUID.randomUUID()}"
  String programs = options.programs ?: folder
  if (programs != folder && !fileExists("${programs}/etos-runner.mjs")) error "etosDelegation: programs is ${programs}, where this build node has no etos-runner.mjs"
  String policy = options.policy instanceof Map ? "${folder}/policy.json" : options.policy
  // The parameter is a variable of every process, in two spellings: full of secrets, and longer than some systems let a process start with.
  List variables = ["ETOS_PROGRAMS=${programs}", "ETOS_STEP=${folder}", "ETOS_DELEGATION=${UUID.randomUUID()}", "${parameter}=", "${parameter.toUpperCase()}="]
  withEnv(policy ? variables + ["ETOS_RUNNER_POLICY=${policy}".toString()] : variables) {
    withCredentials(bindings(options.credentials ?: [:])) {
      try {
        writeFile file: "${folder}/parameter.json", text: params[parameter], encoding: 'UTF-8'
        if (options.policy instanceof Map) writeFile file: policy, text: groovy.json.JsonOutput.toJson(options.policy), encoding: 'UTF-8'
        if (programs == folder) {
          for (String name in ['etos-runner.mjs', 'etos-undici.cjs']) {
            writeFile file: "${folder}/${name}", text: libraryResource("etos/${name}"), encoding: 'UTF-8'
          }
        }
        timeout(time: minutes.toInteger(), unit: 'MINUTES') {
          // `exec`: an abort must reach the runner itself, which then stops the container.
          judge sh(label: 'Delegation', returnStatus: true,
            script: 'exec node "$ETOS_PROGRAMS/etos-runner.mjs" run --run "$ETOS_DELEGATION" --param-file "$ETOS_STEP/parameter.json"')
        }
      } finally {
        if (fileExists("${programs}/etos-runner.mjs"))
          sh label: 'Clean-up', returnStatus: true, script: 'exec node "$ETOS_PROGRAMS/etos-runner.mjs" cleanup --run "$ETOS_DELEGATION"'
        dir(folder) { deleteDir() }
      }
    }
  }
}

private void judge(int code) {
  if (code == 0) return
  if (code == 1) unstable 'The test runner ended with exit code 1: tests failed, or it told so'
  else if (code == 2) error 'The parameter is malformed or refused by the policy, or the container ended with exit code 2: see the log'
  else if (code in [125, 126, 127] || code < 0) error "The container could not be run (exit code ${code}): see the log; 127 may also be a build node without Node.js"
  else error "The container ended with exit code ${code}"
}

private List bindings(Object credentials) {
  if (credentials instanceof List) return credentials
  if (!(credentials instanceof Map)) error "etosDelegation: credentials is \"${credentials}\"; expected [registry: 'id'] or a list of bindings"
  return credentials.collect { String kind, String id ->
    if (kind != 'registry') error "etosDelegation: credentials has \"${kind}\"; expected registry"
    return string(credentialsId: id, variable: 'DOCKER_AUTH_CONFIG')
  }
}
